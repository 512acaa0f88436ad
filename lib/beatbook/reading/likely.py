"""Which of many pages may be a police release: a quick look at its words, before anything else is done with it.

Who acts, what was done, what it was about: a release has words of each near its beginning, and few other pages have.
It is a sieve for crawls, where nearly all pages are something else; news of crime passes as well. What it lets through
and loses is measured in ``docs/scale.md``.
"""

import re

LOOKED_AT = 8_000
"""Characters of a text that are looked at."""
_PAGE = 400_000  # bytes of a page, most of which are no words

_WHO = frozenset(
    "police policing officer officers detective detectives sheriff sheriff's sheriff’s deputies deputy constable "
    "constables constabulary sergeant sgt inspector superintendent commissioner commander pc dc ds di dci pcso pcsos "
    "trooper troopers agents gardaí gardai garda rcmp opp mounties nca crimestoppers patrol policewoman policeman "
    "prosecutor prosecutors prosecution attorney attorneys da taskforce neighbourhood investigators detachment squad "
    "cps agency rangers customs interpol europol psni fbi dea atf hsi".split()
)
_DONE = frozenset(
    "arrested arrest arrests arresting detained charged charges charging convicted conviction sentenced sentence "
    "sentencing imprisonment prison jailed jail seized seizure seizures recovered confiscated suspect suspects "
    "suspected suspicion custody remanded bail bailed warrant warrants searched search raid raids raided court guilty "
    "pleaded pled plea trial jury verdict investigation investigating investigated inquiries enquiries appeal "
    "witnesses witness footage indicted indictment arraigned arraignment accused defendant defendants allegedly "
    "wanted crackdown stopped intercepted executed dismantled disrupted surrendered cautioned".split()
)
_WHAT = frozenset(
    "drug drugs cocaine heroin cannabis marijuana fentanyl methamphetamine narcotics mdma firearm firearms gun guns "
    "handgun pistol rifle ammunition shotgun knife knives weapon weapons machete stolen theft thefts burglary "
    "burglaries robbery robberies murder homicide manslaughter assault assaulted stabbing stabbed shooting shot "
    "killed fraud trafficking rape sexual violence violent kidnapping kidnap arson gang gangs crime crimes criminal "
    "criminals offence offences offense offenses offender offenders felony misdemeanor counterfeit smuggling smuggled "
    "laundering victim victims collision crash driving dwi dui speeding exploitation abuse antisocial disorder "
    "missing cash contraband poaching operation operations vandalism extortion bribery corruption embezzlement "
    "harassment".split()
)
_WORDS = _WHO | _DONE | _WHAT
_LEAST = 5  # different words
_SHORT = 1_000  # characters of a text in which one less is enough
_ALONE = 6  # where it is not said who acts, or what it is about
_SPLIT = str.maketrans(dict.fromkeys("\u00a0\t\r\n.,;:!?()[]{}<>\"“”/|*#=_•–—&-", " "))
_ACTORS = (b"police", b"officer", b"sheriff", b"attorney", b"prosecut", b"detective", b"constab", b"deput", b"agents",
           b"garda", b"trooper", b"rcmp", b"crime", b"agency")
_ASIDE = re.compile(rb"<(script|style)\b[^>]*>.*?</\1", re.S)


class Sieve:
    """Lets through what is likely a release, and counts the rest; a ``Job`` carries it."""

    def __init__(self) -> None:
        self.passed_over = 0
        """Pages and texts that were not let through."""

    def takes_page(self, data: bytes) -> bool:
        """As ``likely_page``, counted."""
        return self._counted(likely_page(data))

    def takes(self, text: str) -> bool:
        """As ``likely``, counted."""
        return self._counted(likely(text))

    def _counted(self, good: bool) -> bool:
        self.passed_over += not good
        return good


def likely(text: str) -> bool:
    """Whether a text may be a police release, by the words that it has near its beginning."""
    return _enough(_words(text[:LOOKED_AT]), _LEAST - (len(text) < _SHORT))


def likely_page(data: bytes) -> bool:
    """Whether a page of HTML may hold one, by all its words; what cannot be looked at so (UTF-16) passes."""
    if b"\0" in data[:200]:
        return True
    page = data[:_PAGE].lower()
    if not any(map(page.__contains__, _ACTORS)):
        return False
    shown = b" ".join([part.partition(b">")[2] for part in _ASIDE.sub(b" ", page).split(b"<")])
    return _enough(_words(shown.decode("utf-8", "replace")), _LEAST - 1)


def _words(text: str) -> set[str]:
    return set(text.lower().translate(_SPLIT).split()) & _WORDS


def _enough(found: set[str], least: int) -> bool:
    if found.isdisjoint(_DONE):
        return False
    return len(found) >= (_ALONE if found.isdisjoint(_WHO) or found.isdisjoint(_WHAT) else least)
