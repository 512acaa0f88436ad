"""What words around a thing say of it: suspicion, sham, conversion, the drug that laces a pill."""

from beatbook.grammar.thing_group import Group, lexicon, name_of
from beatbook.grammar.thing_words import IMITATIONS, SUSPECTING
from beatbook.language.document import Doc


def suspecting(doc: Doc, t: int, floor: int) -> int | None:
    """Where words of suspicion that end at token t begin: "suspected", "believed to be", "what is believed to be"."""
    low = doc.low
    if low[t] in SUSPECTING:
        return t
    if low[t] in ("be", "being", "was", "were", "contain", "as") and t - 1 >= floor:
        s = t - 1
        while s >= floor and low[s] in ("to", "of", "have", "be", "they", "police", "officers", "he", "is", "contain"):
            s -= 1
        if s >= floor and low[s] in (
            "believed",
            "beleived",
            "thought",
            "appeared",
            "appears",
            "appear",
            "suspected",
            "suspect",
            "alleged",
            "seems",
            "seemed",
            "presumed",
            "deemed",
            "purported",
            "understood",
        ):
            while s - 1 >= floor and low[s - 1] in (
                "is",
                "was",
                "are",
                "were",
                "what",
                "which",
                "that",
                "they",
                "police",
                "officers",
                "initially",
                "strongly",
                "investigators",
                "deputies",
                "detectives",
            ):
                s -= 1
            return s
    if low[t] == "for" and low[t - 1] == "positive":  # "a powder, which field-tested positive for heroin"
        s = t - 2
        while s - 1 >= floor and low[s - 1] in ("which", "that", "later", "presumptively", "field", "-", "initially"):
            s -= 1
        return s
    for s in range(t, max(t - 7, floor) - 1, -1):  # "of what tests showed to be cocaine"
        if low[s] == "what" and low[s - 1] == "of":
            return s
    if low[t] == "like" and t - 2 >= floor and low[t - 1] in ("looked", "looks", "appeared"):
        return t - 2 if low[t - 2] == "what" else t - 1
    return None


def rename(doc: Doc, group: Group, names: list[int]) -> None:
    """Joins the modifiers to the item's name and lets them decide the kind: "imitation", "fake", "converted"."""
    words = doc.low and [doc.low[t] for t in reversed(names)]
    if words[:1] and words[0][0].isdigit() and words[1:2] and (words[1] == "d" or words[1].startswith("d-")):
        words[:2] = [words[0] + words[1]]
    if group.category in ("firearm", "weapon", "imitation_firearm"):
        sham = any(word in IMITATIONS for word in words) or group.parts_of == "fake"
        if sham and (group.category == "firearm" or group.item == "weapon"):
            group.category = "imitation_firearm"
        if group.category == "imitation_firearm" and ("converted" in words or "reactivated" in words):
            group.category = "firearm"
    elif group.parts_of == "fake" and group.category in (
        "jewellery",
        "other",
        "equipment",
        "tobacco",
        "alcohol",
        "cash",
        "stolen_property",
    ):
        group.category = "counterfeit"
        if group.kind == "cash":
            group.kind, group.item = "thing", "counterfeit " + name_of(doc, group.h, group.k)
    if group.parts_of == "fake":
        group.parts_of = ""
    if group.mark == "pill":
        laced(group, words)
    if group.kind == "thing" and words:
        group.item = " ".join([*words[-6:], group.item])
    if group.kind == "drug" and group.mark == "substance" and words:
        group.item = " ".join([*words[-2:], group.item])


def laced(group: Group, words: list[str]) -> None:
    """ "1,000 fentanyl-laced pills": the drug named within the adjective."""
    for word in words:
        drug, dash, tail = word.partition("-")
        term = (
            lexicon().at([drug], 0, 1)
            if dash and tail in ("laced", "filled", "based", "infused", "containing", "type", "tainted")
            else None
        )
        if term is not None and term.row["type"] == "drugs":
            group.item, group.mark, group.drug_class = term.row["item"], "", term.row["drug_class"] or None


def converted_after(low: list[str], j: int, end: int) -> bool:
    """Whether words behind a blank-firer say that it was made to shoot: "converted to fire live rounds"."""
    for t in range(j, min(j + 7, end)):
        if low[t] in ("converted", "modified", "adapted", "reactivated"):
            return not {"be", "could", "can", "easily", "not"} & set(low[j:t])
        if low[t] in (",", "and", ";", ".", "("):
            return False
    return False
