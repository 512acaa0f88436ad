"""A record whose private persons have no names: for whatever is going to be shown or shared."""

import dataclasses
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from beatbook.phrases import MONTHS, WEEKDAYS
from beatbook.privacy import identifiers, private
from beatbook.privacy.identifiers import Found
from beatbook.records import Fact, Record

_NAME_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Common words within names ("de", "van", "bin"), and words that would take dates with them ("May", "April").
_KEEP = {word.lower() for word in (*MONTHS, *WEEKDAYS)} | {"the", "and", "von", "van", "der", "den", "del", "bin"}
_JOINTS = re.compile(r"(?:[\s\-–’'“”\"()]|\b[A-Z]\.?\s)*")  # what may stand between two parts of one name
_DOOR = re.compile(r"^(?:(?:flat|apartment|apt\.?|unit|no\.?)\s+\w+[\s,]+)?\d[\w-]*,?\s+", re.I)
_KEPT = ("detected", "retrieved")  # what else is known of a release, and says nothing of a person
_noted: dict[str, bool] = {}


class Masked(NamedTuple):
    """A piece of text that is replaced: where it stands, and by what."""

    start: int
    end: int
    mask: str


def redact(record: Record, officials: bool = False) -> Record:
    """The record without what identifies private persons, wherever it stands in it.

    Names become “[person 1]”, “[person 2]” …; their house numbers and streets, plates, telephone numbers and e-mail
    addresses “[address]”, “[plate]” …; an age is masked where it stands together with a home. Private are all whom an
    outcome names and whoever seems to be named without a rank or an office (see ``beatbook.private``). Officials and
    the lines and addresses of public bodies stay. Masked are the text, the facts, the title, the id, the source and
    the address; spans point at the same words in the masked text. Rules can miss a name, so a redacted record still
    has to be read before it is shared.

    The hash of the text as it was read stays known as ``release.extra["sha256"]``. What was masked is noted for this
    process (see ``noted``).

    Args:
        record: any record.
        officials: whether those who speak for a force or an agency are masked as well.
    """
    release = record.release
    mask = masker(record, officials)
    text, moved, pieces = mask.traced(release.text)
    title = release.title and mask(release.title)
    slugs = {name: mask.slug(getattr(release, name)) for name in ("id", "source", "url")}
    note(mask.strings())
    if not pieces and title == release.title and all(slugs[name] == getattr(release, name) for name in slugs):
        return record
    masked = dataclasses.replace(
        release, text=text, title=title, **slugs,
        extra={"sha256": release.sha256} | {name: release.extra[name] for name in _KEPT if name in release.extra},
    )
    ages = _ages(record, pieces, release.text)
    facts = {family: [_fact(fact, mask, moved, ages.get(id(fact), ())) for fact in found]
             for family, found in record.facts.items()}
    rows = [_rows(rows, mask, moved, pieces, text) for rows in (record.checks, record.unclaimed)]
    return Record(masked, facts, *rows)


def masker(record: Record, officials: bool = False) -> "Masker":
    """What masks a record's text, and any other text about the same persons: a title, a label, a file's name."""
    found = private.persons(record)
    text = record.release.text
    holders = [] if officials else sorted(found.officials)
    masks = {name: f"[official {number}]" for number, name in enumerate(sorted(found.officials), 1) if officials}
    mask = Masker(found.sure, holders, found.likely, {**dict.fromkeys(found.aliases, "[alias]"), **masks})
    contacts = [(fact["value"], fact.start) for fact in record.facts.get("contacts", []) if fact["value"]]
    named = [(piece.start, piece.end) for piece in mask.names(text)]
    mask.keep = frozenset(value for value, start in contacts if not any(
        end <= start < end + 60 and "\n" not in text[end:start] for _, end in named))
    pieces = [*identifiers.shapes(text, mask.keep), *identifiers.homes(text, named)]
    mask.remember((text[piece.start:piece.end], piece.kind) for piece in pieces)
    return mask


def note(strings: Mapping[str, bool]) -> None:
    """Adds to what this process has masked (see ``noted``)."""
    _noted.update(strings)


def noted() -> dict[str, bool]:
    """All strings masked in this process, and of each whether it must not be found in any case of its letters.

    Whoever publishes what came of a redacted record searches it for them.
    """
    return dict(_noted)


def forget() -> None:
    """Starts afresh: a process forked from one that had masked something has masked nothing yet."""
    _noted.clear()


def _forms(names: Iterable[str], weak: Collection[str]) -> dict[str, str]:
    """Every form of the names, in lower case → its mask; a part that two persons share gets one for both."""
    masks: dict[str, str] = {}
    numbers: dict[tuple[str, str], int] = {}
    for name in names:
        words = name.lower().split() or [""]
        # “Alan Z. Brook” is Alan Brook.
        mask = f"[person {numbers.setdefault((words[0], words[-1]), len(numbers) + 1)}]"
        masks[" ".join(name.lower().split())] = mask
        for part in _NAME_PART.findall(name):
            lower = part.lower()
            if len(part) > 2 and lower not in _KEEP and not (name in weak and lower in private.common_words()):
                masks[lower] = mask if masks.get(lower, mask) == mask else "[person]"
    return masks


def _pattern(form: str) -> str:
    """A form as an expression: any white space between its words, either apostrophe, either way to write accents."""
    words = [re.escape(word).replace("’", "'").replace("'", "['’ʼ]") for word in form.split()]
    return r"[\s_-]+".join(words)


class Masker:
    """Replaces the names of one release, and whatever else leads to private persons.

    Full names are replaced in any case, their parts where they are written with a capital.

    Args:
        names: the full names of its private persons, in order.
        officials: the full names of those who keep theirs, whatever they share with one of the others.
        likely: names of whom only their shape tells that they are persons: parts that are common words stay.
        others: further words and the mask of each.
        keep: numbers and addresses that stay.
    """

    def __init__(
        self, names: list[str], officials: Collection[str] = (), likely: Iterable[str] = (),
        others: Mapping[str, str] | None = None, keep: Iterable[str] = (),
    ):
        likely = [name for name in likely if name not in names]
        self._strong, self._weak = list(names), likely
        self._officials = {" ".join(name.lower().split()) for name in officials}
        self._masks = _forms([*names, *likely], set(likely))
        self._others = {" ".join(word.lower().split()): mask for word, mask in (others or {}).items()}
        self._literals: dict[str, str] = {}
        self.keep = frozenset(keep)
        self._compile()

    def _compile(self) -> None:
        known = {*self._masks, *self._others, *self._officials}
        forms = {form: form for form in known}
        forms |= {unicodedata.normalize(how, form): form for form in known for how in ("NFC", "NFD")}
        self._known = {_folded(written): form for written, form in forms.items()}
        body = "|".join(map(_pattern, sorted(forms, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE) if body else None
        literals = "|".join(map(_pattern, sorted(self._literals, key=len, reverse=True)))
        self._literal = re.compile(rf"(?<!\w)(?:{literals})(?!\w)", re.IGNORECASE) if literals else None

    def remember(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Masks these words wherever they stand, each given with what it is (address, plate, phone …)."""
        for words, kind in pieces:
            form = " ".join(words.split())
            if kind == "age" or len(form) < 4:
                continue
            self._literals[form] = f"[{kind}]"
            # The street alone, as a place's name has it.
            street = _DOOR.sub("", form)
            if kind == "address" and street != form and len(street.split()) > 1:
                self._literals.setdefault(street, "[address]")
        self._compile()

    def __call__(self, text: str) -> str:
        return self.traced(text)[0]

    def names(self, text: str) -> list[Masked]:
        """Where private persons' names stand; parts of one person's name that follow each other are one."""
        found: list[Masked] = []
        for match in self._pattern.finditer(text) if self._pattern else ():
            form = self._known.get(_folded(match[0]), "")
            mask = None if form in self._officials else self._masks.get(form) or self._others.get(form)
            if mask is None or (match[0][0].islower() and " " not in form and "-" not in form):
                continue
            last = found[-1] if found else None
            if last and last.mask == mask and mask != "[person]" and match.start() - last.end <= 12 and (
                    _JOINTS.fullmatch(text, last.end, match.start())):
                found[-1] = Masked(last.start, match.end(), mask)
            else:
                found.append(Masked(match.start(), match.end(), mask))
        return found

    def slug(self, text: str | None) -> str | None:
        """An id, path or address without the names, whatever their case."""
        if not text:
            return text
        strong = self._strong_parts()
        everything = self._masks | self._others | {form.lower(): mask for form, mask in self._literals.items()}
        for form, mask in sorted(everything.items(), key=lambda item: -len(item[0])):
            parts = re.findall(r"[^\W_]+", form)
            if form in self._officials or not parts or sum(map(len, parts)) < 3:
                continue
            pattern = r"(?:%20|[\W_])*".join(map(re.escape, parts))
            edge = r"(?<![^\W\d_])", r"(?![^\W\d_])"
            if len(parts) == 1 and form not in strong:
                continue
            text = re.sub(f"{edge[0]}{pattern}{edge[1]}", mask.strip("[]").replace(" ", "-"), text, flags=re.I)
        return text

    def _strong_parts(self) -> set[str]:
        words = {part.lower() for name in (*self._strong, *self._weak) for part in _NAME_PART.findall(name)}
        return (words - private.common_words()) | {
            part.lower() for name in self._strong for part in _NAME_PART.findall(name)} | set(self._others)

    def text(self, text: str) -> tuple[str, Callable[[int, bool], int]]:
        """The masked text, and where an offset of the old one (and whether it ends a span) lies in it."""
        return self.traced(text)[:2]

    def traced(self, text: str) -> tuple[str, Callable[[int, bool], int], list[Masked]]:
        """The same, and which pieces of the old text were replaced."""
        pieces = self._pieces(text)
        parts: list[str] = []
        starts, ends, shifts = [], [], []
        at = shift = 0
        for piece in pieces:
            parts += [text[at:piece.start], piece.mask]
            at = piece.end
            shift += len(piece.mask) - (piece.end - piece.start)
            starts.append(piece.start)
            ends.append(piece.end)
            shifts.append(shift)
        parts.append(text[at:])

        def moved(offset: int, is_end: bool) -> int:
            index = bisect_right(starts, offset - is_end) - 1
            if index < 0:
                return offset
            before = shifts[index - 1] if index else 0
            if offset >= ends[index]:
                return offset + shifts[index]
            # Inside what is masked: its start for a start, its end for an end.
            return ends[index] + shifts[index] if is_end else starts[index] + before

        return "".join(parts), moved, pieces

    def _pieces(self, text: str) -> list[Masked]:
        """What is replaced in a text, in order; pieces that overlap are one, under the mask of the longest."""
        named = self.names(text)
        shaped: list[Found] = [*identifiers.shapes(text, self.keep),
                               *identifiers.homes(text, [(piece.start, piece.end) for piece in named])]
        found = [*named, *(Masked(piece.start, piece.end, f"[{piece.kind}]") for piece in shaped)]
        if self._literal:
            found += [Masked(match.start(), match.end(), self._mask_of(match[0]))
                      for match in self._literal.finditer(text)]
        out: list[Masked] = []
        for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
            last = out[-1] if out else None
            if last and piece.start < last.end:
                longer = last if last.end - last.start >= piece.end - piece.start else piece
                out[-1] = Masked(last.start, max(last.end, piece.end), longer.mask)
            else:
                out.append(piece)
        return out

    def _mask_of(self, words: str) -> str:
        form = " ".join(words.split())
        return self._literals.get(form) or next(
            (mask for literal, mask in self._literals.items() if _folded(literal) == _folded(form)), "[address]")

    def strings(self) -> dict[str, bool]:
        """What must not be left anywhere, and of each whether in any case of its letters."""
        found = dict.fromkeys(self._literals, True)
        common = private.common_words()
        for name in (*self._strong, *self._weak, *self._others):
            words = [part.lower() for part in _NAME_PART.findall(name)]
            if words and (len(words) > 1 or not set(words) & common):
                found[name] = not set(words) <= common
        return found


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).lower().replace("’", "'").replace("ʼ", "'")
    return re.sub(r"[\s_-]+", " ", folded)


def _ages(record: Record, pieces: list[Masked], text: str) -> dict[int, set[str]]:
    """Which ages of a fact are masked: those within its words, and those told of a person it names."""
    masked = [(piece, text[piece.start:piece.end]) for piece in pieces if piece.mask == "[age]"]
    if not masked:
        return {}
    people = [fact for fact in record if fact.slots.get("ages")]
    found: dict[int, set[str]] = {}
    by_name: dict[str, set[str]] = {}
    for fact in people:
        spans = [(fact.start, fact.end), *fact.where.values()]
        here = {age for piece, age in masked if any(start <= piece.start < end for start, end in spans)}
        here |= {age for piece, age in masked if any(abs(piece.start - end) < 60 for _, end in spans)}
        found[id(fact)] = here
        for name in fact.slots.get("names") or ():
            by_name.setdefault(name, set()).update(here)
    for fact in people:
        for name in fact.slots.get("names") or ():
            found[id(fact)] |= by_name.get(name, set())
    return found


def _fact(fact: Fact, mask: Masker, moved: Callable[[int, bool], int], ages: Collection[str]) -> Fact:
    slots = {name: _masked(value, mask) for name, value in fact.slots.items()}
    if ages and slots.get("ages"):
        slots["ages"] = ["[age]" if age in ages else age for age in slots["ages"]]
    where = {name: (moved(start, False), moved(end, True)) for name, (start, end) in fact.where.items()}
    return dataclasses.replace(
        fact, slots=slots, start=moved(fact.start, False), end=moved(fact.end, True), where=where)


def _masked(value: Any, mask: Masker) -> Any:
    if isinstance(value, str):
        return mask(value)
    return [_masked(item, mask) for item in value] if isinstance(value, list) else value


def _rows(
    rows: list[dict[str, Any]], mask: Masker, moved: Callable[[int, bool], int], pieces: list[Masked], text: str,
) -> list[dict[str, Any]]:
    out = []
    for row in rows:
        new = {name: moved(value, name.endswith("end")) if name.endswith(("start", "end")) and isinstance(value, int)
               else _masked(value, mask) for name, value in row.items()}
        if "text" in row and any(piece.start < row["end"] and row["start"] < piece.end for piece in pieces):
            new["text"] = text[new["start"]:new["end"]]
        out.append(new)
    return out
