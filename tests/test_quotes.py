"""Quotes: who speaks, in what role, and the words quoted."""

import pytest
from analysed import analysed

from beatbook.facts import quotes

CASES = [
    # label, text, [(speaker, role)], origin
    (
        "two who speak, one of another body",
        "“It is over,” Inspector Ada Vance and the council's Tom Fry said in a joint statement.",
        [("Ada Vance", "Inspector"), ("Tom Fry", None)],
        "no match",
    ),
    (
        "two who speak, her supervisor",
        "“It is over,” said DC Ada Vance and her supervisor, Sergeant Tom Fry, outside court.",
        [("Ada Vance", "DC"), ("Tom Fry", "Sergeant")],
        "no match",
    ),
    (
        "said of somebody",
        "“He hid it,” Inspector Ada Vance, of the Serious Squad, said of Fry.",
        [("Ada Vance", "Inspector")],
        "bug",
    ),
    (
        "whose chief",
        "The bureau, whose Chief Executive, Ada Vance, said: “It is over.”",
        [("Ada Vance", "Chief Executive")],
        "no match",
    ),
    (
        "put it",
        "Ada Vance, Assistant Special Agent in Charge, put it bluntly: “It is over.”",
        [("Ada Vance", "Assistant Special Agent in Charge")],
        "no match",
    ),
    (
        "a message",
        "“It is over.” That was the message from Inspector Ada Vance as officers left.",
        [("Ada Vance", "Inspector")],
        "no match",
    ),
    (
        "for somebody",
        "For Inspector Ada Vance, the result was “better than we had hoped”.",
        [("Ada Vance", "Inspector")],
        "no match",
    ),
    (
        "a line over the quotation",
        "Det Insp Ada Vance\n“It is over for them.”",
        [("Ada Vance", "Det Insp")],
        "no match",
    ),
    ("called a thing", "Ada Vance, 30, sold powder that he called “china white”.", [], "bug"),
    (
        "an office of a body",
        "“It is over,” Vice-President of Europol Mattao Boningna said.",
        [("Mattao Boningna", "Vice-President of Europol")],
        "no match",
    ),
    ("before", "Inspector Ada Vance said: “It is over.”", [("Ada Vance", "Inspector")], "wording"),
    ("after", "“It is over,” said Sgt. Tom Fry.", [("Tom Fry", "Sgt.")], "wording"),
    ("after, name first", "“It is over,” Sheriff Wade Till said.", [("Wade Till", "Sheriff")], "wording"),
    (
        "present tense",
        "“It is over,” says Detective Inspector Hemi Tau.",
        [("Hemi Tau", "Detective Inspector")],
        "wording",
    ),
    (
        "role after the name",
        "“It is over,” said Dom Waver, Special Agent in Charge, DEA Larkton Division. “Go home.”",
        [("Dom Waver", "Special Agent in Charge, DEA Larkton Division")],
        "wording",
    ),
    (
        "role set off",
        "Jan Oller, assistant director of the service, said: “It is over.”",
        [("Jan Oller", "assistant director of the service")],
        "wording",
    ),
    (
        "title gives way to the role",
        "Councillor Ran Pugh, cabinet member for safety, said: “It is over.”",
        [("Ran Pugh", "cabinet member for safety")],
        "wording",
    ),
    (
        "role before and a comma",
        "The force’s head of crime, Jo Vance, said: “It is over.”",
        [("Jo Vance", "force’s head of crime")],
        "wording",
    ),
    (
        "rank and unit",
        "Det Ch Insp Peter Carr, of the Flying Squad, said: “It is over.”",
        [("Peter Carr", "Det Ch Insp")],
        "wording",
    ),
    (
        "relative clause",
        "Yvonne March, whose son died, spoke to pupils. She said: “Put it down.”",
        [("Yvonne March", None)],
        "wording",
    ),
    ("pronoun", "Mayor Lucille Abern thanked them. “I am glad,” she said.", [("Lucille Abern", "Mayor")], "wording"),
    ("surname later", "Chief Ron Buck spoke. “It is over,” said Chief Buck.", [("Ron Buck", "Chief")], "wording"),
    ("no full name", "Detective Inspector McAtee said: “It is over.”", [("McAtee", "Detective Inspector")], "wording"),
    (
        "indirect speech of an official",
        "AFP Commander Pip Quaid said gangs gambled with lives.",
        [("Pip Quaid", "AFP Commander")],
        "wording",
    ),
    (
        "fragment",
        "Cllr Ned Abio said the raids had made “a huge difference overnight”.",
        [("Ned Abio", "Cllr")],
        "wording",
    ),
    ("colon", 'Chief Darn Okpara: "That is nineteen guns."', [("Darn Okpara", "Chief")], "wording"),
    (
        "attributable",
        "Attributable to Inspector Tam Rewi, Area Manager:\n\nPolice have taken four people into custody.",
        [("Tam Rewi", "Inspector")],
        "wording",
    ),
    ("dash", "“It is over.” – Superintendent Kay Low", [("Kay Low", "Superintendent")], "wording"),
    (
        "two at once",
        "Jane Alver and Bob Hart said in a joint statement: “We feel safer.”",
        [("Jane Alver", None), ("Bob Hart", None)],
        "wording",
    ),
    ("judge", "Sentencing, Judge Phil Marsh told Vance: “You did it for greed.”", [("Phil Marsh", "Judge")], "wording"),
    ("suspect", "“I am sorry,” Tony Banks, 35, told the court.", [("Tony Banks", None)], "wording"),
    ("straight single marks", "DC Paul Hart said: 'He was not.'", [("Paul Hart", "DC")], "wording"),
    (
        "speaking after",
        "Speaking after the hearing, DC Paul Hart, of Larkshire Police, said: “It is over.”",
        [("Paul Hart", "DC")],
        "wording",
    ),
    (
        "of the police",
        "“We know,” Insp. Rich Pick of the region’s federal police said on Tuesday.",
        [("Rich Pick", "Insp.")],
        "bug",
    ),
    (
        "any verb behind the marks",
        "“No one hides it for a rainy day,” quipped DI Ada Vance.",
        [("Ada Vance", "DI")],
        "bug",
    ),
    ("a title of Malaysia", "RMP's Datuk Ada Vance disclosed that they rang.", [("Ada Vance", "Datuk")], "wording"),
    ("underlined", "Inspector Ada Vance underlined that nobody was hurt.", [("Ada Vance", "Inspector")], "wording"),
    ("indirect, inverted", "The python is doing fine, reports Cst. Ada Vance.", [("Ada Vance", "Cst.")], "bug"),
    ("indirect, at the end", "Buybacks won’t fix this, Chief Ada Vance acknowledged.", [("Ada Vance", "Chief")], "bug"),
    (
        "in the words of",
        "“It should come with a dress,” in the words of Coun. Ada Vance.",
        [("Ada Vance", "Coun.")],
        "bug",
    ),
    ("counsel of", '"Brand them, count them," is the counsel of Ranger Ada Vance.', [("Ada Vance", "Ranger")], "bug"),
    ("per", 'Per Sgt. Ada Vance, Traffic Unit: "Call a cab. Just don\'t drive."', [("Ada Vance", "Sgt.")], "bug"),
    ("according to", "According to Sheriff Ada Vance, deputies found two guns.", [("Ada Vance", "Sheriff")], "bug"),
    (
        "role behind, indirect",
        "Ada Vance, the detective sergeant in charge, said gangs like it.",
        [("Ada Vance", "detective sergeant in charge")],
        "bug",
    ),
    (
        "mother of two",
        "Mum-of-two Stacey Vance had her keys taken. “They walked past,” she said.",
        [("Stacey Vance", None)],
        "bug",
    ),
    (
        "broken over lines",
        "U.S. Attorney Richard\nB. Vance of the Northern District, said, “Today’s work shut it down.”",
        [("Richard B. Vance", "U.S. Attorney")],
        "bug",
    ),
    (
        "head of a body",
        "The Executive Director of Europol Ann Vance said: “It is over.”",
        [("Ann Vance", "Executive Director of Europol")],
        "bug",
    ),
    (
        "head of a branch",
        "NCA Regional Head of Investigations Ann Vance said: “It is over.”",
        [("Ann Vance", "NCA Regional Head of Investigations")],
        "bug",
    ),
    ("rank and surname that is a place word", "Sgt Pike: “Great work.”", [("Pike", "Sgt")], "bug"),
    ("shortened ranks", "Asst Ch Cons Robin Vance said: “It is over.”", [("Robin Vance", "Asst Ch Cons")], "bug"),
    (
        "role before a comma",
        "“It is over,” said Special Agent in Charge, Ann Vance, DEA Houston.",
        [("Ann Vance", "Special Agent in Charge")],
        "bug",
    ),
    (
        "small role",
        "NCA regional head of crime Ann Vance said it was done.",
        [("Ann Vance", "regional head of crime")],
        "bug",
    ),
    (
        "joint, small roles",
        "Council leader Tom Vance and deputy mayor Ann Lee said: “It is over now.”",
        [("Tom Vance", "Council leader"), ("Ann Lee", "deputy mayor")],
        "bug",
    ),
    (
        "branch between commas",
        "Acting Assistant Commissioner, Serious Crime, Paul Vance said: “It is over now.”",
        [("Paul Vance", "Acting Assistant Commissioner, Serious Crime")],
        "bug",
    ),
    # nobody
    ("according to a paper", "According to court papers, Ada Vance sold two guns.", [], "no match"),
    ("clause, no role", "Ada Vance, was found guilty of theft, said the court.", [], "no match"),
    ("spokesperson", "A spokesperson for the force said: “It is over.”", [], "no match"),
    ("the police", "Police said the man was known. The court heard he lied.", [], "no match"),
    ("announced", "The case was announced today, US Attorney Ann Vance leading it.", [], "no match"),
    ("suspect without marks", "Tony Banks told officers he had found it.", [], "no match"),
    ("nickname", "Efrain Loz, aka “Güero”, 38, was charged.", [], "no match"),
]


def found(text):
    """The quotes of a text."""
    doc = analysed(text, None, None)
    return quotes.find(doc)


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{o}: {n}") for n, t, e, o in CASES])
def test_speakers(text, expected):
    """Speakers with their roles."""
    assert [(fact.slots["speaker"], fact.slots["role"]) for fact in found(text)] == expected


WORDS = [
    ("paragraphs", "Sgt Ann Vance said: “One.\n\n“Two.\n\n“Three.”\n\nOfficers left.", "One.\nTwo.\nThree."),
    ("pieces", "“One,” said Sgt Ann Vance. “Two.”", "One,\nTwo."),
    ("two speakers", "Sgt Ann Vance said: “One.”\n\nPC Tom Fry added: “Two.”", "One."),
    ("somebody else next", "Sgt Ann Vance said: “One.”\nA spokesperson for Larkfield said: “Two.”", "One."),
    ("no marks", "Sgt Ann Vance said:\n\nThese are good results.\n\nOfficers left.", "These are good results."),
    ("none", "Sgt Ann Vance said the work went on.", None),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=n) for n, t, e in WORDS])
def test_words(text, expected):
    """All words quoted from a speaker, and no others."""
    assert found(text)[0].slots["text"] == expected
