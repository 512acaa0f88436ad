"""Named operations with their dates, and unnamed police actions with a date."""

import pytest
from analysed import analysed

from beatbook.facts import operations

PUBLISHED = "2024-06-18"  # a Tuesday


def facts(text, country="GB", published=PUBLISHED):
    """The operations of a text."""
    doc = analysed(text, country=country, published=published)
    return operations.find(doc)


def found(text):
    """(name, start, end) of each operation of the text, sorted."""
    return sorted(((fact["name"], fact["start"], fact["end"]) for fact in facts(text)), key=str)


WORDINGS = [
    # label, text, expected
    (
        "a dog indicated",
        "Customs dog Milo indicated on a suitcase at Larkby Airport on Friday. Inside were 12 kilos of cannabis.",
        [(None, "2024-06-14", "2024-06-14")],
    ),
    ("he bought it", "Reed told investigators he bought the gun on 12 June.", []),
    ("a new chief", "New Chief Constable Ann Vance took up her post on 10 June.", []),
    (
        "it ended when officers acted",
        "It all ended on 12 June, when armed officers boxed in his Audi on the M6.",
        [(None, "2024-06-12", "2024-06-12")],
    ),
    (
        "a night and the next",
        "On the evening of Friday 14 June and into the early hours of Saturday, officers visited 30 pubs.",
        [(None, "2024-06-14", "2024-06-15")],
    ),
    (
        "numbered finds that a period sums up",
        "Two guns were found between Friday night and yesterday.\n\nFind no. 1 – June 14, Larkby: Officers found "
        "a pistol.\n\nFind no. 2 – June 17: A coop in Burslow. Beneath it was a shotgun.",
        [(None, "2024-06-14", "2024-06-14"), (None, "2024-06-17", "2024-06-17")],
    ),
    (
        "dates as headings",
        "Three grows in a week.\n\nRUGBY, 6 June. A ceiling came down. Officers found 90 plants.\n\n"
        "BANGOR, 9 June. Two men jumped from a window. One broke an ankle.",
        [(None, "2024-06-06", "2024-06-06"), (None, "2024-06-09", "2024-06-09")],
    ),
    (
        "dates with places as headings",
        "The week's finds:\n\nMonday, 10/06/2024 – Larne. Officers seized 2kg of heroin.\n\n"
        "Tuesday, 11/06/2024 – Stranraer. A van was searched.",
        [(None, "2024-06-10", "2024-06-10"), (None, "2024-06-11", "2024-06-11")],
    ),
    ("a dateline of the day before", "HULL, 17 June 2024 – A man has been jailed.", []),
    (
        "a label when",
        "DRUGS TASKFORCE\n\nWhen: Monday 10 and Tuesday 11 June 2024\nWhere: Rugby",
        [(None, "2024-06-10", "2024-06-11")],
    ),
    ("a label of an advisory", "MEDIA ADVISORY\n\nWhat: Press conference\nWhen: Friday, 21 June 2024", []),
    (
        "a label of a takedown",
        "Project Heron\n\nTakedown: June 10-11, 2024\nArrests: 17",
        [("Project Heron", "2024-06-10", "2024-06-11")],
    ),
    (
        "officers came upon",
        "On 10 June the same officer came upon a van without lights. It held 900 cigarettes.",
        [(None, "2024-06-10", "2024-06-10")],
    ),
    ("a suspect came upon", "On 10 June Ian Reed came upon a van without lights and stole it.", []),
    (
        "the turn of a place",
        "Then, on 10 June, it was the turn of Rugby, where 12 homes were raided.",
        [(None, "2024-06-10", "2024-06-10")],
    ),
    (
        "officers forced doors",
        "Around 40 officers forced doors in Rugby shortly after 5am on Monday.",
        [(None, "2024-06-17", "2024-06-17")],
    ),
    ("burglars forced doors", "Burglars forced doors in Rugby shortly after 5am on Monday.", []),
    ("a reference number", "Officers searched a flat. Ring 101, quoting reference number 1904 14/06/24.", []),
    (
        "a weekday of the week told",
        "Operation Heron ran 3–9 June. On Tuesday a warrant in Rugby turned up a crossbow.",
        [("Operation Heron", "2024-06-03", "2024-06-09")],
    ),
    (
        "a date told of by no word beside the name",
        "Drivers were in for a shock on Wednesday, 12 June. Officers descended on the services for Operation Heron.",
        [("Operation Heron", "2024-06-12", "2024-06-12")],
    ),
    (
        "ended, and how long after it began",
        "Operation Heron wound up on 7 June, three months after it opened on 10 March 2024.",
        [("Operation Heron", "2024-03-10", "2024-06-07")],
    ),
    (
        "a period after the name",
        "Results of Operation Heron, 3-5 June 2024:\n\n12 arrests",
        [("Operation Heron", "2024-06-03", "2024-06-05")],
    ),
    (
        "a section of an operation's own",
        "Amnesty opens.\n\nAMNESTY\n\nFrom 1 to 14 June 2024 people could hand over a gun.\n\nOPERATION HERON\n\n"
        "Between 4 and 6 June officers carried out 29 search warrants.",
        [(None, "2024-06-01", "2024-06-14"), ("OPERATION HERON", "2024-06-04", "2024-06-06")],
    ),
    (
        "one period over two operations",
        "Here is our work between 3 and 9 June.\n\nOperation Heron saw 40 arrests.\n\nOperation Wren saw 12 arrests.",
        [("Operation Heron", "2024-06-03", "2024-06-09"), ("Operation Wren", "2024-06-03", "2024-06-09")],
    ),
    (
        "an operation with a past",
        "Homes were raided on Monday. The raids form part of Operation Heron, our inquiry into shootings since 2019.",
        [("Operation Heron", "2024-06-17", "2024-06-17")],
    ),
    (
        "a campaign in capitals",
        "The Summer Road Safety Campaign ran from 3 to 9 June 2024.",
        [("Summer Road Safety Campaign", "2024-06-03", "2024-06-09")],
    ),
    ("wraps are no round-up", "Ian Reed had 19 wraps on him when arrested on 4 June.", []),
    (
        "figures for a weekend",
        "The detachment has released its figures for the long weekend, June 7 to June 9, 2024.",
        [(None, "2024-06-07", "2024-06-09")],
    ),
    (
        "covert work over months",
        "According to the indictment, between August 4 and June 10 an undercover detective met the group nine times.",
        [(None, "2023-08-04", "2024-06-10")],
    ),
    (
        "two held with another force's help",
        "Two more suspects were captured in Leeds on 13 June with the help of West Yorkshire Police.",
        [(None, "2024-06-13", "2024-06-13")],
    ),
    (
        "the next day, after a hearing to come",
        "On 10 June officers executed a warrant in Hull. A woman was bailed to 9 August 2024.\n\n"
        "Officers then carried out a traffic stop in Hull the next day.",
        [(None, "2024-06-10", "2024-06-10"), (None, "2024-06-11", "2024-06-11")],
    ),
    (
        "an operation of another year beside this one",
        "In 2017, police began Operation Heron.\n\nBetween 6 and 9 June, officers held 12 people in Operation Wren.",
        [("Operation Wren", "2024-06-06", "2024-06-09")],
    ),
    (
        "began and ended at hours",
        "The operation commenced at 6am on Thursday (13 June 2024) and concluded at 2am yesterday (Monday 17 June).",
        [(None, "2024-06-13", "2024-06-17")],
    ),
    (
        "began at an hour",
        "The operation, which began at 5am today (Tuesday 18 June), saw officers raid 20 homes.",
        [(None, "2024-06-18", "2024-06-18")],
    ),
    (
        "an action day",
        "Europol coordinated an action day on 13 June 2024 with police in Spain.",
        [(None, "2024-06-13", "2024-06-13")],
    ),
    (
        "police act in a word no trigger knows",
        "PC Anne Pell set off with five colleagues and a drone at first light on 12 June.",
        [(None, "2024-06-12", "2024-06-12")],
    ),
    (
        "specialists relieve a traveller",
        "On Thursday customs specialists at Larkfield Airport relieved a traveller of fourteen snails.",
        [(None, "2024-06-13", "2024-06-13")],
    ),
    (
        "a period beside the name",
        "Operation Heron, from Monday 3 through to Friday 7 June, put teams on trains. An arch stood in Dover.",
        [("Operation Heron", "2024-06-03", "2024-06-07")],
    ),
    (
        "months of a named operation",
        "Kent Police launched Project Alder in spring.\n\nFrom April to May 2024, officers arrested 30 people.",
        [("Project Alder", "2024-04-01", "2024-05-31")],
    ),
    (
        "each operation its own dates",
        "The force began Project Alder. It then launched Project Birch. The operation ran from 3 to 7 June.",
        [("Project Alder", None, None), ("Project Birch", "2024-06-03", "2024-06-07")],
    ),
    (
        "an end and a period that shares it",
        "The five-week operation called “Project Alder” concluded on June 7. Between May 3 and June 7, agents worked "
        "with deputies in the operation.",
        [("Project Alder", "2024-05-03", "2024-06-07")],
    ),
    (
        "a campaign in small letters",
        "This year's Summer Drink Drive campaign ran from Monday 3 June to Sunday 9 June.",
        [("Summer Drink Drive campaign", "2024-06-03", "2024-06-09")],
    ),
    (
        "a campaign in quotes",
        "Officers raided a shop yesterday. The raid forms part of the force's ‘Nine Frauds of Spring’ campaign.",
        [("Nine Frauds of Spring", "2024-06-17", "2024-06-17")],
    ),
    (
        "a national campaign by its name",
        "Troopers took part in a Checkpoint Strikeforce patrol on Friday, June 7.",
        [("Checkpoint Strikeforce", "2024-06-07", "2024-06-07")],
    ),
    (
        "officers from kent police arrested nine",
        "Officers from Kent Police arrested nine people in Operation Heron, which ran from Monday 3 June to "
        "Friday 7 June.",
        [("Operation Heron", "2024-06-03", "2024-06-07")],
    ),
    (
        "operation heron took place on thursday",
        "Operation Heron took place on Thursday, 13 June and saw 40 officers raid six homes.",
        [("Operation Heron", "2024-06-13", "2024-06-13")],
    ),
    (
        "the force's week of action on",
        "The force's week of action on knife crime, Operation Sceptre, began on Monday 10 June and ended on "
        "Sunday 16 June.",
        [("Operation Sceptre", "2024-06-10", "2024-06-16")],
    ),
    (
        "as part of op heron officers",
        "As part of Op Heron, officers executed four warrants on Wednesday 12 June.",
        [("Op Heron", "2024-06-12", "2024-06-12")],
    ),
    (
        "as part of op heron officers 2",
        "As part of Op Heron, officers executed warrants. Operation Heron targets thieves. Raids took place "
        "on 12 June and 13 June.",
        [("Operation Heron", "2024-06-12", "2024-06-13")],
    ),
    (
        "nine people were arrested during project",
        "Nine people were arrested during Project Maple, a six-month probe. On May 30, 2024, officers "
        "executed search warrants at three homes.",
        [("Project Maple", "2024-05-30", "2024-05-30")],
    ),
    (
        "the investigation dubbed project maple began",
        "The investigation, dubbed Project Maple, began in January.",
        [("Project Maple", None, None)],
    ),
    (
        "a crackdown dubbed safer streets was",
        "A crackdown dubbed “Safer Streets” was held between 1 and 5 June.",
        [("Safer Streets", "2024-06-01", "2024-06-05")],
    ),
    (
        "police arrested 12 people in a",
        "Police arrested 12 people in a two-day operation code-named “Night Owl” on June 5 and 6.",
        [("Night Owl", "2024-06-05", "2024-06-06")],
    ),
    (
        "operation heron nets 40 arrests kent",
        "OPERATION HERON NETS 40 ARRESTS\n\nKent Police arrested 40 people between 3 and 7 June. Operation "
        "Heron targeted car thieves.",
        [("Operation Heron", "2024-06-03", "2024-06-07")],
    ),
    (
        "operation heron nets 40 arrests in",
        "Operation Heron Nets 40 Arrests in Kent\n\nKent Police arrested 40 people between 3 and 7 June.",
        [("Operation Heron", "2024-06-03", "2024-06-07")],
    ),
    (
        "on monday 10 june officers raided",
        "On Monday, 10 June, officers raided two flats in Dover. On Thursday, 13 June, they searched a lock-up.",
        [(None, "2024-06-10", "2024-06-10"), (None, "2024-06-13", "2024-06-13")],
    ),
    (
        "officers stopped a car on the",
        "Officers stopped a car on the A2 yesterday.",
        [(None, "2024-06-17", "2024-06-17")],
    ),
    (
        "two men were shot in hull",
        "Two men were shot in Hull on 1 June. Officers arrested a man after raiding a flat on 14 June.",
        [(None, "2024-06-14", "2024-06-14")],
    ),
    (
        "border force officers found 40 kilos",
        "Border Force officers found 40 kilos of cocaine in a lorry at Dover on Sunday (9 June).",
        [(None, "2024-06-09", "2024-06-09")],
    ),
    (
        "a gun buyback on saturday june",
        "A gun buyback on Saturday, June 8, brought in 200 guns.",
        [(None, "2024-06-08", "2024-06-08")],
    ),
    (
        "detectives executed a search warrant on",
        "Detectives executed a search warrant on May 3, 2024 at a home in Reno. The man was sentenced on June 10.",
        [(None, "2024-05-03", "2024-05-03")],
    ),
    (
        "the two-week surrender began on monday",
        "The two-week surrender began on Monday 20 May and closed on Sunday 2 June.",
        [(None, "2024-05-20", "2024-06-02")],
    ),
    (
        "during seven days of action from",
        "During seven days of action from 3 to 9 June officers made 50 arrests.",
        [(None, "2024-06-03", "2024-06-09")],
    ),
    (
        "the week of action from 10",
        "The week of action, from 10 to 16 June, was part of Operation Sceptre. On Friday 14 June officers "
        "raided a house in Deal.",
        [("Operation Sceptre", "2024-06-10", "2024-06-16")],
    ),
    (
        "strike force heron was set up",
        "Strike Force Heron was set up in January. On Tuesday, 4 June, police executed search warrants in Penrith.",
        [("Strike Force Heron", "2024-06-04", "2024-06-04")],
    ),
    (
        "during operation shanela from monday 3",
        "During Operation Shanela, from Monday, 3 June to Sunday, 9 June 2024, police arrested 400 suspects.",
        [("Operation Shanela", "2024-06-03", "2024-06-09")],
    ),
    (
        "operation shanela commencing on 3 june",
        "Operation Shanela, commencing on 3 June 2024 until 9 June 2024, led to 232 arrests.",
        [("Operation Shanela", "2024-06-03", "2024-06-09")],
    ),
    (
        "officers joined operation limit over the",
        "Officers joined Operation Limit over the weekend.",
        [("Operation Limit", "2024-06-15", "2024-06-16")],
    ),
    (
        "in an operation on saturday night",
        "In an operation on Saturday night, police swooped on four clubs.",
        [(None, "2024-06-15", "2024-06-15")],
    ),
    (
        "since 1 may officers on operation",
        "Since 1 May, officers on Operation Heron have made 30 arrests.",
        [("Operation Heron", "2024-05-01", None)],
    ),
    (
        "operation heron was launched on 1",
        "Operation Heron was launched on 1 May 2024.",
        [("Operation Heron", "2024-05-01", None)],
    ),
    (
        "a multi-agency day of action took",
        "A multi-agency day of action took place in Luton on Wednesday.",
        [(None, "2024-06-12", "2024-06-12")],
    ),
    (
        "the five-day operation ended on friday",
        "The five-day operation ended on Friday, 14 June.",
        [(None, "2024-06-10", "2024-06-14")],
    ),
    (
        "on 10 june a man reported",
        "On 10 June a man reported that his car had been stolen. On 12 June, officers found it in Ely.",
        [(None, "2024-06-12", "2024-06-12")],
    ),
    (
        "the operation on 5 june was",
        "The operation, on 5 June, was called Operation Wren. A second phase, Operation Swift, ran from 10 to 12 June.",
        [("Operation Wren", "2024-06-05", "2024-06-05"), ("Operation Swift", "2024-06-10", "2024-06-12")],
    ),
    (
        "nine people were arrested in dawn",
        "Nine people were arrested in dawn raids this morning.",
        [(None, "2024-06-18", "2024-06-18")],
    ),
    (
        "officers from the operation heron team",
        "Officers from the Operation Heron team raided a flat today.",
        [("Operation Heron", "2024-06-18", "2024-06-18")],
    ),
    (
        "between 9pm on friday 7 june",
        "Between 9pm on Friday, 7 June and 3am on Saturday, 8 June, officers carried out patrols in Soho.",
        [(None, "2024-06-07", "2024-06-08")],
    ),
    (
        "warrants were executed on 3 may",
        "Warrants were executed on 3 May and 7 June at homes in Leeds.",
        [(None, "2024-05-03", "2024-05-03"), (None, "2024-06-07", "2024-06-07")],
    ),
    (
        "detectives arrested five men in project",
        "Detectives arrested five men in Project Elm. Warrants were executed on 3 May and 7 June.",
        [("Project Elm", "2024-05-03", "2024-06-07")],
    ),
    (
        "gardaí attached to pearse street carried",
        "Gardaí attached to Pearse Street carried out a search of a residence on Thursday, 13th June 2024.",
        [(None, "2024-06-13", "2024-06-13")],
    ),
    (
        "an garda síochána seized cannabis worth",
        "An Garda Síochána seized cannabis worth €40,000 yesterday, Monday 17th June 2024.",
        [(None, "2024-06-17", "2024-06-17")],
    ),
    (
        "members of the highway patrol stopped",
        "Members of the Highway Patrol stopped a truck on the N1 on Sunday, 2024-06-16.",
        [(None, "2024-06-16", "2024-06-16")],
    ),
    (
        "eight people were arrested on friday",
        "Eight people were arrested on Friday in connection with the riot.",
        [(None, "2024-06-14", "2024-06-14")],
    ),
    (
        "afp officers executed four search warrants",
        "AFP officers executed four search warrants across Perth on 12 June, 2024.",
        [(None, "2024-06-12", "2024-06-12")],
    ),
    (
        "police have charged a man after",
        "Police have charged a man after a search warrant at Penrith yesterday.",
        [(None, "2024-06-17", "2024-06-17")],
    ),
    (
        "about 10 20am on monday 10",
        "About 10.20am on Monday 10 June, Raptor Squad officers executed a search warrant at a home in "
        "Jannali. The next day officers returned and searched three cars.",
        [(None, "2024-06-10", "2024-06-10"), (None, "2024-06-11", "2024-06-11")],
    ),
    (
        "drug squad officers held a three-day",
        "Drug Squad officers held a three-day operation from Monday to Wednesday.",
        [(None, "2024-06-10", "2024-06-12")],
    ),
    (
        "rcmp officers executed a warrant at",
        "RCMP officers executed a warrant at a residence on June 4. The accused will appear in court on July 9.",
        [(None, "2024-06-04", "2024-06-04")],
    ),
    (
        "ottawa june 18 2024 the rcmp",
        "OTTAWA, June 18, 2024 – The RCMP searched two homes on June 11.",
        [(None, "2024-06-11", "2024-06-11")],
    ),
    (
        "on june 3 a tip led",
        "On June 3 a tip led detectives to the house, and on June 6 they searched it.",
        [(None, "2024-06-06", "2024-06-06")],
    ),
    (
        "police were patrolling elm road at",
        "Police were patrolling Elm Road at 1am on Sunday when they saw two men.",
        [(None, "2024-06-16", "2024-06-16")],
    ),
    (
        "the theft happened on 2 june",
        "The theft happened on 2 June. Officers recovered the van on 5 June.",
        [(None, "2024-06-05", "2024-06-05")],
    ),
    (
        "customs officers at dublin port searched",
        "Customs officers at Dublin Port searched a container on Tuesday (11/06/2024) and found cigarettes.",
        [(None, "2024-06-11", "2024-06-11")],
    ),
    (
        "sheriff's deputies served a search warrant",
        "Sheriff's deputies served a search warrant Wednesday in Alexandria.",
        [(None, "2024-06-12", "2024-06-12")],
    ),
    (
        "twelve people were arrested during a",
        "Twelve people were arrested during a prostitution sting Friday and Saturday.",
        [(None, "2024-06-14", "2024-06-15")],
    ),
    (
        "officers arrested 14 people in a",
        "Officers arrested 14 people in a warrant sweep this week.",
        [(None, "2024-06-17", "2024-06-18")],
    ),
    (
        "a checkpoint held friday night in",
        "A checkpoint held Friday night in Fresno led to four arrests.",
        [(None, "2024-06-14", "2024-06-14")],
    ),
    (
        "from friday evening to sunday morning",
        "From Friday evening to Sunday morning, officers stopped 200 cars.",
        [(None, "2024-06-14", "2024-06-16")],
    ),
    (
        "police executed a warrant on sunday",
        "Police executed a warrant on Sunday, 9 June. On Monday, a 30-year-old man was charged.",
        [(None, "2024-06-09", "2024-06-09")],
    ),
    (
        "operation wolf an investigation into heroin",
        "Operation Wolf, an investigation into heroin dealing, led to arrests on 5, 6 and 7 June.",
        [("Operation Wolf", "2024-06-05", "2024-06-07")],
    ),
    (
        "ten days beginning",
        "Over ten days beginning June 3, agents searched homes.",
        [(None, "2024-06-03", "2024-06-12")],
    ),
    ("a trial of three days", "The three-day trial ended on 7 June.", []),
    (
        "opened and closed, after another date",
        "Police today released figures from the holiday period, which opened Friday, June 7 and closed Sunday, June 9.",
        [(None, "2024-06-07", "2024-06-09")],
    ),
    (
        "a list of crimes",
        "The complaint ties him to three robberies:\n\nMay 3 - a bank in Hull\nMay 8 - a bank in York\nMay 9 - a shop",
        [],
    ),
    (
        "the operation ran for four weeks",
        "The operation ran for four weeks from 6 May.",
        [(None, "2024-05-06", "2024-06-02")],
    ),
    ("were gone through", "Six homes in Hull were gone through on 3 June.", [(None, "2024-06-03", "2024-06-03")]),
    ("boxed in", "On 3 June, armed officers boxed in a van on the ring road.", [(None, "2024-06-03", "2024-06-03")]),
    (
        "set off for",
        "When the gang set off for a tenth job, on 3 June, armed officers boxed in their van.",
        [(None, "2024-06-03", "2024-06-03")],
    ),
    (
        "officers held parcels",
        "On the night of 3 June, officers held four parcels from Ghent.",
        [(None, "2024-06-03", "2024-06-03")],
    ),
    (
        "day of action held on",
        "A dedicated day of action was held on Thursday 6 June.",
        [(None, "2024-06-06", "2024-06-06")],
    ),
    ("checks happened", "The road checks happened on Thursday 6 June.", [(None, "2024-06-06", "2024-06-06")]),
    ("last evening", "Police mounted a roadblock at Kitengela last evening.", [(None, "2024-06-17", "2024-06-17")]),
    (
        "buyback, according to police",
        "Saturday's gun buyback took in 90 firearms, according to Hull Police.",
        [(None, "2024-06-15", "2024-06-15")],
    ),
    (
        "until the next morning",
        "Operation Heron ran from 6pm on Tuesday (11 June) until 2am the next morning.",
        [("Operation Heron", "2024-06-11", "2024-06-12")],
    ),
    (
        "two sentences",
        "Launched on Monday, 3 June, Operation Heron saw 40 arrests. The operation closed on Sunday, 9 June.",
        [("Operation Heron", "2024-06-03", "2024-06-09")],
    ),
    (
        "beginning and concluding",
        "Beginning on Friday 7 June and concluding on Monday 10 June, the saturation patrol made 12 arrests.",
        [(None, "2024-06-07", "2024-06-10")],
    ),
    (
        "a strike with a code name",
        "The strike, codenamed ‘Marlin’, led to raids on 3 June.",
        [("Marlin", "2024-06-03", "2024-06-03")],
    ),
    (
        "a round-up of eight (8)",
        "Agents helped arrest eight (8) dealers in Hull on 3 June.",
        [(None, "2024-06-03", "2024-06-03")],
    ),
    (
        "the date ends the sentence",
        "Earlier this year, detectives set up Strike Force Marlin to look into drugs.\n\n"
        "Strike force detectives arrested two men in a car park at Hunter Street, about 1.10pm yesterday.",
        [("Strike Force Marlin", "2024-06-17", "2024-06-17")],
    ),
    (
        "names share a head",
        "Operations Alder, Beech and Cedar were run on 3 June.",
        [(f"Operation {name}", "2024-06-03", "2024-06-03") for name in ("Alder", "Beech", "Cedar")],
    ),
    (
        "bare code name",
        "Police raided 14 homes on 3 June in an operation codenamed Alder.",
        [("Alder", "2024-06-03", "2024-06-03")],
    ),
    (
        "bare name behind its kind",
        "Police raided homes on 3 June in a campaign called Safer Streets.",
        [("Safer Streets", "2024-06-03", "2024-06-03")],
    ),
    (
        "capitals in prose",
        "On June 3, 2024, the Larkby Regional Police Service concluded Project Sunbeam.",
        [("Project Sunbeam", "2024-06-03", "2024-06-03")],
    ),
    (
        "a period that goes on",
        "Operation Alder, which runs from 12 to 30 June, has led to nine arrests.",
        [("Operation Alder", "2024-06-12", "2024-06-30")],
    ),
    (
        "its last midnight",
        "Operation Alder, which wrapped up at midnight on Sunday 16 June, led to nine arrests.",
        [("Operation Alder", None, "2024-06-16")],
    ),
    (
        "days spent",
        "Kent Police officers spent Wednesday 12 June talking to residents about drugs.",
        [(None, "2024-06-12", "2024-06-12")],
    ),
    (
        "a door put in",
        "The 43-year-old had his door put in at 6am on Thursday 13 June by officers.",
        [(None, "2024-06-13", "2024-06-13")],
    ),
    (
        "the end of two days",
        "Detectives wrapped up a two-day operation on Friday 14 June.",
        [(None, "2024-06-13", "2024-06-14")],
    ),
    (
        "others before",
        "Earlier ones took place on 11 May and 2 June. On 14 June police served seven warrants.",
        [(None, "2024-06-14", "2024-06-14")],
    ),
    (
        "only its beginning",
        "During a two-week campaign from 10 June, police seized 45 cars.",
        [(None, "2024-06-10", None)],
    ),
    (
        "called out and goods found",
        "Kent Police was called to a barn on Monday 10 June and found 300 cannabis plants.",
        [(None, "2024-06-10", "2024-06-10")],
    ),
    (
        "enforcement action occurred",
        "The enforcement action occurred on June 4, when an officer checked a car.",
        [(None, "2024-06-04", "2024-06-04")],
    ),
    (
        "at a port",
        "On March 3, 2024, Luis Arredo, 44, attempted to enter through the port of entry. Customs officers "
        "found 22 kilograms of methamphetamine.",
        [(None, "2024-03-03", "2024-03-03")],
    ),
    (
        "days afterwards",
        "A parcel was seized on 3 June. Two days afterwards, officers searched a flat in Hull.",
        [(None, "2024-06-03", "2024-06-03"), (None, "2024-06-05", "2024-06-05")],
    ),
    (
        "a crime as aim",
        "Op Calibre, the week of action on personal robbery, took place between 3 and 9 June.",
        [("Op Calibre", "2024-06-03", "2024-06-09")],
    ),
    (
        "days of a week",
        "Operation Heron officers have carried out 12 warrants this week.\n\n"
        "On Monday, 17 June, a warrant was executed in Hull.\n\nOn Tuesday, 18 June, two were executed in Goole.",
        [("Operation Heron", "2024-06-17", "2024-06-18")],
    ),
]
NO_MATCH = [
    (
        "what the accused did, and police later",
        "On 3 June 2024, the defendant put both girls in a room. Deputies found them.\n\nJohn Reid, 40, was convicted.",
        [],
    ),
    ("planned patrols", "Kent Police plan extra patrols from 25 to 27 June.", []),
    ("invited to a surrender", "Residents are invited to a knife surrender week from 1 to 7 July.", []),
    ("an operation to come", "Operation Heron will return to the town next weekend.", []),
    ("the next one", "The next checkpoint is planned for July 18.", []),
    ("called out to a shooting", "Officers were called to a barn on Monday 10 June and found a man shot.", []),
    ("failed to stop", "Officers in Deal arrested a man on 4 June after he failed to stop.", []),
    ("units that share a word", "Officers of Special Operations and Border Force were charged on 3 June.", []),
    ("years of a crime", "Between March 2, 2021, and May 3, 2023, officers worked on the case.", []),
    ("a headline's participle is no name", "Force Arrests 670 in Operation Targeting Notorious Gang\n\nAn update.", []),
    ("handed to officers", "Bo Hox, a 39-year-old of Deal, was flown back on Friday and handed to Kent officers.", []),
    # label, text, expected
    ("a man was stabbed on monday", "A man was stabbed on Monday, 10 June. He died the following day.", []),
    ("a man was arrested on monday", "A man was arrested on Monday, 10 June on suspicion of murder.", []),
    ("police were called at 9pm on", "Police were called at 9pm on Monday, 10 June to reports of a fight.", []),
    ("he appeared at dover magistrates' court", "He appeared at Dover Magistrates' Court on Monday, 10 June.", []),
    ("officers carried out 14 warrants last", "Officers carried out 14 warrants last week.", []),
    ("last year's operation heron led to", "Last year's Operation Heron led to 40 arrests.", []),
    ("this case is part of project", "This case is part of Project Safe Neighborhoods.", []),
    ("the two men were charged on", "The two men were charged on 3 June with robbery.", []),
    (
        "the hawks arrested a 40-year-old man",
        "The Hawks arrested a 40-year-old man on Friday, 14 June 2024 for fraud.",
        [],
    ),
    ("two suspects were arrested on friday", "Two suspects were arrested on Friday.", []),
    ("the victim was found dead on", "The victim was found dead on 2 June.", []),
    (
        "investigators believe that he sold drugs",
        "Investigators believe that he sold drugs between 1 March and 4 May.",
        [],
    ),
    ("she was found guilty on friday", "She was found guilty on Friday after a trial that began on 3 June.", []),
    ("the cctv was recorded on friday", "The CCTV was recorded on Friday 7 June.", []),
    ("anyone who was in the area", "Anyone who was in the area on Friday 7 June is asked to call.", []),
    (
        "officers are appealing for witnesses after",
        "Officers are appealing for witnesses after a crash on Friday 7 June.",
        [],
    ),
    ("nobody was arrested on friday", "Nobody was arrested on Friday.", []),
    ("robberies took place", "The robberies, at banks in Hull and Goole, took place between 3 and 7 June.", []),
    ("as at noon", "Results as at noon on 7 June follow.", []),
    ("will be conducting", "Officers will be conducting another checkpoint in the town on 29 June.", []),
    ("figures stood at", "Arrests stood at 34 by 6am on Tuesday.", []),
    ("jury found", "A jury found on 3 June that he had lied.", []),
    ("met an undercover officer", "On 11 June, Lee Grier arranged for Jane Doe to meet an undercover officer.", []),
    ("a victim checks", "On 11 June, Ann Vance checked the balance of her account, which had gone.", []),
    ("custody till", "The magistrate remanded both to judicial custody till 12.06.2024.", []),
    ("robbers raid", "On 3 June three robbers raided a jeweller's in Hull.", []),
    (
        "thieves in two sentences",
        "On 3 June the front of a gun shop was smashed. Four individuals emptied two cases of handguns.",
        [],
    ),
]


@pytest.mark.parametrize("text,expected", [case[1:] for case in WORDINGS], ids=[case[0] for case in WORDINGS])
def test_wording(text, expected):
    """Names as written, and the days of the action that is reported."""
    assert found(text) == sorted(expected, key=str)


@pytest.mark.parametrize("text,expected", [case[1:] for case in NO_MATCH], ids=[case[0] for case in NO_MATCH])
def test_no_match(text, expected):
    """Dates of crimes, hearings, publication and single arrests, and other years' operations give nothing."""
    assert found(text) == expected


def test_agencies():
    """Organisations that took part are named, not a speaker's employer nor who takes over."""
    text = (
        "Kent Police and the National Crime Agency raided two flats in Dover on Monday, 10 June. The case was "
        "passed to Essex Police.\n\n“It went well,” said Ann Pell, of Dover District Council."
    )
    assert facts(text)[0]["agencies"] == ["Kent Police", "National Crime Agency"]


def test_unknown_year_gives_no_unnamed_fact():
    """Without a year an unnamed action has no date; a named operation stays, undated."""
    assert facts("Officers raided a flat on Monday, 10 June.", published=None) == []
    assert [fact["start"] for fact in facts("Operation Heron ran on 10 June.", published=None)] == [None]


def test_the_span_of_a_named_operation_holds_its_name():
    """The span is the name, with the date where both stand in one sentence."""
    text = "Operation Heron ran from 3 to 7 June in Dover."
    (fact,) = facts(text)
    assert text[fact.start : fact.end] == "Operation Heron ran from 3 to 7 June"


def test_the_span_of_a_dated_operation_holds_when_it_ran():
    """Where its name stands far from the sentence that dates it, that sentence's date is the evidence."""
    text = (
        "Operation Heron began as talk. "
        + "Much was said in the town hall by many. " * 8
        + ("The operation ran from 3 to 7 June.")
    )
    (fact,) = facts(text)
    assert text[fact.start : fact.end] == "3 to 7 June"
