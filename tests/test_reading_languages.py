"""Texts in other languages are noticed and named; English ones never are, however short, loud or full of names."""

import json

import pytest

from beatbook.reading import read
from beatbook.reading.languages import foreign

OTHERS = {
    "French": "Deux hommes âgés de 23 et 31 ans ont été interpellés lundi dans un appartement de Lille. Les policiers "
    "ont saisi quatre "
    "couteaux, trois kilos de cannabis et 4 000 euros en espèces. Ils ont été placés en garde à vue et seront "
    "présentés au parquet.",
    "German": "Zwei Männer im Alter von 23 und 31 Jahren wurden am Montag in einer Wohnung in Essen festgenommen. Die "
    "Beamten stellten vier "
    "Messer, drei Kilogramm Cannabis und 4.000 Euro Bargeld sicher. Beide sind in Untersuchungshaft, die Ermittlungen "
    "dauern an.",
    "Spanish": "Dos hombres de 23 y 31 años fueron detenidos el lunes en un piso de Sevilla. Los agentes se "
    "incautaron de cuatro cuchillos, "
    "tres kilos de cannabis y 4.000 euros en efectivo. Los dos han pasado a disposición de la justicia por un delito "
    "contra la salud.",
    "Dutch": "Twee mannen van 23 en 31 jaar zijn maandag aangehouden in een woning in Breda. De politie nam vier "
    "messen, drie kilo hennep en "
    "4.000 euro aan contant geld in beslag. Beiden zijn voor de rechter gebracht en blijven voor onderzoek vast "
    "zitten.",
    "Welsh": "Cafodd dau ddyn 23 a 31 oed eu harestio ddydd Llun mewn fflat yn y Rhyl. Daeth swyddogion o hyd i "
    "bedair cyllell, tri chilo o "
    "ganabis a £4,000 mewn arian parod. Mae'r ddau wedi cael eu cyhuddo ac maen nhw i fod gerbron y llys yn yr "
    "wythnos nesaf.",
    "Irish": "Gabhadh beirt fhear atá 23 agus 31 bliain d'aois in árasán i Luimneach Dé Luain. Tháinig na gardaí ar "
    "cheithre scian, trí chileagram "
    "cannabais agus €4,000 in airgead tirim. Tá an bheirt acu le teacht os comhair na cúirte agus leanann an "
    "fiosrúchán ar aghaidh.",
    "Afrikaans": "Twee mans van 23 en 31 jaar is Maandag in ’n woonstel in Paarl in hegtenis geneem. Die polisie het "
    "vier messe, drie kilogram "
    "dagga en R4 000 in kontant gevind. Hulle sal binnekort in die hof verskyn en die ondersoek duur voort.",
    "Hindi": "सोमवार को एक मकान से दो पुरुषों को गिरफ्तार किया गया। पुलिस ने चार चाकू, तीन किलो गांजा और नकद रुपये "
    "जब्त किए। दोनों को अदालत में पेश किया जाएगा।",
    "Chinese": "警方周一在一处住宅内拘捕了两名男子，年龄分别为二十三岁和三十一岁。"
    "警员检获四把刀、三公斤大麻和现金。两人将被带上法庭。",
    "Polish": "Dwaj mężczyźni w wieku 23 i 31 lat zostali zatrzymani w poniedziałek w mieszkaniu w Łodzi. Policjanci "
    "zabezpieczyli cztery noże, trzy "
    "kilogramy marihuany oraz 4000 złotych. Obaj usłyszeli zarzuty i na wniosek prokuratora trafili do aresztu na "
    "trzy miesiące.",
    "Arabic": "ألقت الشرطة القبض على رجلين يوم الاثنين في شقة سكنية وصادرت أربعة سكاكين وثلاثة كيلوغرامات من القنب "
    "ومبلغا نقديا.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_named(language):
    assert foreign(OTHERS[language]) == language
    assert foreign(OTHERS[language].upper()) == language


@pytest.mark.parametrize("folder", ["dev", "own", "varied", "fresh", "wide", "press"])
def test_no_gold_text_is_refused_nor_any_paragraph_of_one(folder, project):
    paths = sorted((project / "data" / "benchmark" / folder).glob("*.json"))
    assert len(paths) > 20
    refused = []
    for path in paths:
        text = json.loads(path.read_text(encoding="utf-8"))["text"]
        refused += [(path.stem, part) for part in (text, text.upper(), *text.split("\n\n")) if foreign(part)]
    assert refused == []


def test_no_sample_is_refused(project):
    paths = sorted((project / "data" / "sample").glob("*.txt"))
    assert [path.name for path in paths if foreign(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("nothing", ""),
        ("blanks", " \n"),
        ("a word", "Drugs"),
        ("figures", "14, 23, 31\n£4,000"),
        (
            "names",
            "Arrested: Juan de la Cruz, María del Carmen López, Pedro de los Santos, José de la Torre, Ana de León, "
            "Luis Ortega",
        ),
        (
            "a list",
            "4 knives\n3 guns\n12 phones\n£4,000\n2 cars\n14 wraps\n1 machete\n6 warrants\n9 stops\n3 vans\n" * 3,
        ),
        (
            "capitals",
            "TWO MEN HELD IN HULL. OFFICERS SEIZED 4 KNIVES AND 3KG OF CANNABIS. BOTH WERE CHARGED AND ARE DUE IN "
            "COURT.",
        ),
        (
            "Irish names in English",
            "An Garda Síochána arrested a man in Dún Laoghaire. Garda Seán Ó Súilbheáin said the man is due in court.",
        ),
        (
            "a Spanish quotation",
            "Officers arrested two men at a flat in El Paso. A neighbour said: “No sabemos nada de los hombres que "
            "viven aquí.”",
        ),
        ("short and foreign is not judged", "Zwei Männer festgenommen"),
    ],
)
def test_what_passes_for_english(label, text):
    assert foreign(text) is None


def test_welsh_above_english_is_read_where_english_has_its_share():
    assert (
        foreign(
            OTHERS["Welsh"] + "\n\n" + "Two men were arrested at a flat in Rhyl and the officers found the drugs. " * 6
        )
        is None
    )


def test_a_text_in_another_language_is_a_failure_with_its_name_and_an_option_reads_it(tmp_path):
    (tmp_path / "a.txt").write_text(OTHERS["French"], encoding="utf-8")
    (tmp_path / "b.txt").write_text("Two men were arrested in Hull.", encoding="utf-8")
    errors = []
    assert [release.id for release in read(tmp_path, on_error=errors.append)] == ["b"]
    assert [error.reason for error in errors] == [
        "is in French; texts in English are read (--any-language reads it all the same)"
    ]
    assert [release.id for release in read(tmp_path, any_language=True)] == ["a", "b"]


def test_an_english_text_costs_a_look_at_its_small_words(steps):
    text = "Two men were arrested at a flat in Hull and the officers found the drugs that were in it. " * 100
    assert steps(lambda: foreign(text)) < 3_000
    assert steps(lambda: foreign(text * 50)) < 3_000
