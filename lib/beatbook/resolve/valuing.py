"""What sentences that only value things ("The haul is worth …") value: one of the things told around them, or all."""

from bisect import bisect_left

from beatbook.facts.seizure_candidates import Candidate, Scene, Valuation
from beatbook.grammar.thing_group import Group
from beatbook.language.document import Doc
from beatbook.resolve.kinds import covers, same_item

OF_ONE_KIND = frozenset("tobacco alcohol jewellery".split())
CROPS = frozenset(
    "crop crops drug drugs haul seizure stash shipment consignment load factory farm cultivation plants "
    "cannabis".split()
)
MONEY = ("cash", "money")
STUFFS = ("generic", "substance")  # marks of words that name no kind of drug
BACK, BACK_UNNAMED, AHEAD = 6, 2, 2  # sentences


def give_values(doc: Doc, found: list[Candidate], scene: Scene) -> None:
    """Hands the amounts of valuing sentences to what they value, and makes a total where that is several things."""
    values = _Values(doc, found)
    for valuation in scene.valuations:
        values.give(valuation)
    found.extend((*values.alone, *values.sums))
    for named in scene.smuggled:  # "jailed for smuggling cocaine worth £11m", whose 139 kilos the body tells of
        same = [one for one in found if one.group.item == named.item and one.group.kind == "drug"]
        if len(same) == 1 and same[0].group.quantity is not None and same[0].group.value is None:
            same[0].group.take_worth(named)
            same[0].priced = doc.span(named.i, named.j)
    found.sort(key=lambda one: one.span)


class _Values:
    """The values given so far. ``alone``: drugs of which nothing but the value is told. ``sums``: totals made."""

    def __init__(self, doc: Doc, found: list[Candidate]):
        self.doc, self.found = doc, found
        self.sentences = [one.sentence for one in found]
        self.told = {one.group.value for one in found}
        self.drugs_told = any(one.group.category == "drug" for one in found)
        self.alone: list[Candidate] = []
        self.sums: list[Candidate] = []

    def give(self, valuation: Valuation) -> None:
        """Gives a value to what it is of: one thing, the total that holds what is near, or a new total."""
        named = valuation.group
        fit = self._fit(valuation)
        if not fit:
            if named is not None and named.category == "drug" and not self.drugs_told:
                self._of_unseen_drugs(valuation, named)
            return
        specific = named is not None and named.mark not in STUFFS
        near = _near(valuation, fit, specific)
        open_ = [one for one in near if one.group.value is None]
        if named is None and len(open_) > 1:
            drugs = [one for one in open_ if one.group.category == "drug"]
            open_ = drugs if len(drugs) == 1 else open_
        if len(near) == 1 or (len(open_) == 1 and (specific or named is None) and not valuation.combined):
            self._set((open_ or near)[0], valuation)
            return
        whole = next((one for one in near if one.parts and all(part in near for part in one.parts)), None)
        if whole is not None and whole.group.value is None and (valuation.combined or len(open_) == len(near)):
            self._set(whole, valuation)  # "29kg of drugs. Of this, 21kg was … The combined value was …"
            return
        self._sum(valuation, near)

    def _fit(self, valuation: Valuation) -> list[Candidate]:
        """What a value may be of: things told before it, or where it names none the crop told next."""
        named, here = valuation.group, valuation.sentence
        first = bisect_left(self.sentences, here - BACK)
        around = self.found[first : bisect_left(self.sentences, here + AHEAD + 1)] + self.alone
        back = BACK if named else BACK_UNNAMED
        fit = [
            one
            for one in around
            if here - back <= one.sentence <= here
            and one.group.kind not in MONEY
            and one.role == "item"
            and _valued(valuation, one)
        ]
        if fit:
            return fit
        if named is None:  # "a crop worth £400,000 … 482 plants"
            ahead = [
                one for one in around if here < one.sentence <= here + AHEAD and one.group.category == "drug"
            ]
            return [] if CROPS.isdisjoint(self.doc.text[slice(*valuation.span)].lower().split()) else ahead[:1]
        if named.kind == "drug":  # told long before
            alike = [one for one in self.found if one.sentence < here and one.group.item == named.item]
            return alike if len(alike) == 1 and alike[0].group.value is None else []
        return []

    def _set(self, target: Candidate, valuation: Valuation) -> None:
        """Gives the value to a thing that has none."""
        if target.group.value is None:
            target.group.take_worth(valuation.amount)
            self.told.add(target.group.value)
            target.priced = valuation.span

    def _of_unseen_drugs(self, valuation: Valuation, group: Group) -> None:
        """Makes a fact of drugs of which the release tells nothing but the value."""
        group.take_worth(valuation.amount)
        self.told.add(group.value)
        self.drugs_told = True
        here = valuation.sentence
        self.alone.append(
            Candidate(group, here, "value", "value of drugs", "body", span=valuation.span, block=here)
        )

    def _sum(self, valuation: Valuation, near: list[Candidate]) -> None:
        """Makes a total of the things near, where they have a name in common and the sum is not told yet."""
        named, category = valuation.group, near[0].group.category
        item = named.item if named is not None else "drugs" if category == "drug" else ""
        if not item and category in OF_ONE_KIND and all(one.group.category == category for one in near):
            item = category
        if not item or valuation.amount.value in self.told:
            return
        base, kind = named or near[0].group, "drug" if category == "drug" else "thing"
        group = Group(base.i, valuation.amount.j, base.h, base.k, kind, category, item, "generic", plural=True)
        group.take_worth(valuation.amount)
        self.told.add(group.value)
        self.sums.append(
            Candidate(group, valuation.sentence, "value", "combined value", "body", role="total", span=valuation.span)
        )


def _near(valuation: Valuation, fit: list[Candidate], specific: bool) -> list[Candidate]:
    """Those that a value is of: all where it is a combined one, else those of the last sentence."""
    named = valuation.group
    goods = named is not None and named.category == "other" and not specific  # "The goods would have fetched £31,500"
    if valuation.combined or (goods and all(one.group.value is None for one in fit)):
        return fit
    last = max(one.sentence for one in fit)
    return [one for one in fit if one.sentence == last]


def _valued(valuation: Valuation, one: Candidate) -> bool:
    named = valuation.group
    if named is None:
        return one.group.category not in ("firearm", "ammunition") or one.group.value is None
    faked = one.group.category == "counterfeit" and same_item(named.item, one.group.item.split()[-1])
    if named.category != one.group.category and named.category != "other":
        return faked  # "50 counterfeit watches. Had they been genuine, the watches would have been worth …"
    return named.mark in ("generic", "substance") or same_item(named.item, one.group.item) or covers(named, one.group)
