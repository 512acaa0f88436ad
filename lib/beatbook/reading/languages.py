"""Is a text in English? Others are listed as failures, not half-read.

English shows by its small words, which costs a fraction of a millisecond. Only a text that has few of them is looked
at more closely: by the small words of other languages, by its letters, and by py3langid, which names the language.
"""

import functools
import re
from typing import Any

_LOOKED_AT = 3_000  # code points; a release that opens in English is read
_ENGLISH = frozenset(
    "the of and to in a was were for on with by at from that is has have had been are be his her their he she they who "
    "which will this after also an it as not or we our you said when all any into two over more than".split()
)
_SMALL_WORDS = {
    "French": "le la les des du de et un une à en est dans pour par sur qui que ont été au aux ce cette avec ils son "
              "ses plus",
    "German": "der die das und in den von zu mit ein eine einer wurde wurden im am auf für dem des bei nach ist sich "
              "nicht durch aus",
    "Spanish": "el la los las de del y en un una que por con para se fue fueron ha han al su sus como más tras según",
    "Portuguese": "o a os as de do da dos das e em um uma que por com para se foi foram no na ao mais pelo pela não",
    "Italian": "il lo la i gli le di del della dei e in un una che per con è sono stato stati al alla da nel nella si",
    "Dutch": "de het een en van in op is zijn met voor te door aan bij werd werden die dat niet naar uit ook na om",
    "Welsh": "y yr a o i ar yn mae wedi ei gan am eu oedd gyda hyn bod roedd un fod cael sydd nid neu bu mewn",
    "Irish": "an na agus ar i a go le de do is bhí sé siad ag ó faoi tá seo sin chun nó leis den níos",
    "Afrikaans": "die en van in is het wat vir op met te nie was aan om deur hulle hy sy dat by ook sal ’n na",
    "Danish": "og i at det en den til er som på de med han af for ikke der var et har blev fra om ved",
    "Swedish": "och i att det en den till är som på de med han av för inte var ett har blev från om vid",
    "Polish": "i w na z do się o nie że to od po przez za jest oraz został zostali dla przy jak który",
    "Tagalog": "ang ng sa mga na ay at si ni kay ito nang para hindi siya isang",
    "Malay": "yang dan di ke dari untuk dengan ini itu telah pada oleh dalam adalah seorang lelaki",
    "Swahili": "na ya wa kwa ni katika la za kuwa hii hiyo watu huyo alisema pia",
    "Turkish": "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar",
    "Romanian": "și de la în a cu pe din un o care au fost pentru nu este al prin",
    "Maori": "te ngā o i ki he me nō ka kua e rātou tēnei hoki kei",
}
_WORDS = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bn": "Bengali", "bg": "Bulgarian", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay",
    "mt": "Maltese",
    "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "xh": "Xhosa",
    "zh": "Chinese", "zu": "Zulu",
}
_SPLIT = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN_END = 0x250


def foreign(text: str) -> str | None:
    """The language of a text that is not in English ("French", "another language" where it cannot be named), else None.

    A text too short to tell, in capitals or full of names passes for English.
    """
    head = text[:_LOOKED_AT].lower()
    words = head.split()
    if not words:
        return None
    english = sum(map(_ENGLISH.__contains__, words))
    if english >= 0.15 * len(words):
        return None
    return _closer(head, english / len(words))


def _closer(head: str, share: float) -> str | None:
    letters = [char for char in head if char.isalpha()]
    strange = sum(1 for char in letters if not (ord(char) < _LATIN_END or 0x1E00 <= ord(char) < 0x1F00))
    if letters and strange > 0.5 * len(letters):
        return (_named(head) or "another language") if len(letters) >= 15 else None
    words = _SPLIT.findall(head)
    if len(words) < 25:
        return None
    name, best = max(((name, _share(words, small)) for name, small in _WORDS.items()), key=lambda found: found[1])
    if best > 0.14 and best > 2 * share:
        named = _named(head)
        return named if named and _share(words, _WORDS.get(named, frozenset())) > 0.8 * best else name
    # a language without a list here: only where nothing speaks for English and the model is sure
    if share < 0.02 and len(words) >= 60 and (named := _named(head, 0.999999)):
        return named
    return None


def _share(words: list[str], small: frozenset[str]) -> float:
    return sum(map(small.__contains__, words)) / len(words)


def _named(head: str, sure: float = 0.0) -> str | None:
    """The language by py3langid; None for English, one without a name here, or where it is less sure than asked."""
    code, probability = _identifier().classify(head)
    return _NAMES.get(code) if probability >= sure else None


@functools.cache
def _identifier() -> Any:
    from py3langid import langid  # a third of a second, and texts in English never need it

    return langid.LanguageIdentifier.from_modelpath(langid.MODEL_DIR / langid.MODEL_FILE, norm_probs=True)
