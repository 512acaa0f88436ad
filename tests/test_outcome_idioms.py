"""What press offices of many lands call an arrest, a charge, a hearing, bail, a fine, a term."""

import pytest
from analysed import analysed

from beatbook.resolve.outcomes import find


def short(text: str, country: str) -> str:
    """The facts of a text on one line: status, number, [offences], months."""
    told = []
    for fact in find(analysed(text, country)):
        slots = fact.slots
        parts = ["/".join(slots["statuses"]), str(slots["count"])]
        parts += [f"[{'; '.join(slots['offences'])}]"] if slots.get("offences") else []
        parts += [f"{slots['sentence_months']}m"] if slots.get("sentence_months") else []
        told.append(" ".join(parts))
    return ", ".join(sorted(told))


IDIOMS = [
    # country, text, facts; all are wordings of our own
    ("IN", "A look-out circular is in force against one more accused, Ravi Nair.", "wanted 1"),
    ("GB", "An Interpol red notice is out for two men.", "wanted 2"),
    ("US", "Four more people have active warrants.", "wanted 4"),
    (
        "US",
        "Police held a man of 40 for whom a robbery warrant had been outstanding.",
        "arrested 1, wanted 1 [robbery]",
    ),
    ("GB", "Detectives have yet to trace a third man.", "wanted 1"),
    ("US", "The gunman surrendered without incident.", "arrested 1"),
    ("GB", "Two suspects handed themselves in on Friday.", "arrested 2"),
    ("HK", "Customs rounded up a delivery gang of five.", "arrested 5"),
    ("SG", "Officers watched a man of 45 for hours before arresting him.", "arrested 1"),
    ("US", "One vendor was jailed for battery.", "arrested 1 [battery]"),
    ("US", "Karl Stern, 41, was freed on a $90,000 bond.", "bailed 1"),
    ("GB", "A boy of 15 was made subject of a referral order.", "sentenced 1"),
    ("SG", "Karl Stern, 41, pleaded guilty. His sentence is two years.", "pleaded_guilty 1, sentenced 1 24m"),
    ("NL", "Two men were surrendered to Germany.", "deported 2"),
    ("BE", "Some 110 employees were heard as witnesses.", "interviewed 110"),
    ("GB", "Adults at risk referred: 29", "safeguarded 29"),
    ("US", "Defendants charged by the state – 28", "charged 28"),
    ("NL", "53 arrests (Belgium 30, Italy 14, Spain 9)", "arrested 14, arrested 30, arrested 53, arrested 9"),
    ("SG", "There were 92 arrests. A pupil of 15 was among the 92.", "arrested 1, arrested 92"),
    (
        "HK",
        "Police arrested 30 people. Those arrested, 20 men and 10 women, are in their 20s.",
        "arrested 10, arrested 20, arrested 30",
    ),
    (
        "ZA",
        "There were 120 arrests.\n\nThe breakdown is as follows:\n- Murder: 21 arrests\n- Rape: 34 arrests",
        "arrested 120, arrested 21 [murder], arrested 34 [rape]",
    ),
    (
        "CA",
        "A 31-year-old man has been charged with the following offences:\n- Possession of a weapon\n- Assault",
        "charged 1 [possession of a weapon; assault]",
    ),
    (
        "US",
        "Karl Stern, 31, was booked into jail on the following charges:\n* Trafficking fentanyl\n* Assault",
        "arrested 1 [trafficking fentanyl; assault]",
    ),
    ("GB", "Seventy-nine fugitives were picked up in a week of action.", "arrested 79"),
    ("GB", "Officers picked up three foreign nationals at the hotel.", "arrested 3"),
    ("KE", "Evans Otieno Juma, 26, was cuffed on the spot.", "arrested 1"),
    ("US", "Two boys, both 16, have been taken into juvenile custody for burglary.", "arrested 2 [burglary]"),
    ("US", "Two women were jailed on suspicion of identity theft.", "arrested 2 [identity theft]"),
    ("GB", "Five people attended voluntary interviews.", "interviewed 5"),
    ("NZ", "A man is speaking with police.", "interviewed 1"),
    ("AU", "A 41-year-old Wandina man is accused of manufacturing firearms.", "charged 1 [manufacturing firearms]"),
    ("CA", "Prosecutors approved charges of mischief against both men.", "charged 2 [mischief]"),
    ("GB", "The CPS authorised a murder charge against a 30-year-old man.", "charged 1 [murder]"),
    ("US", "Two men have been named in a 12-count indictment.", "charged 2"),
    ("IE", "A man in his 30s has been before Tralee District Court.", "appeared_in_court 1"),
    ("ZA", "Four men made their maiden appearance in court.", "appeared_in_court 4"),
    ("GB", "Two men were up before magistrates on Tuesday.", "appeared_in_court 2"),
    ("HK", "Two men were arrested and their bail applications were rejected.", "arrested 2, remanded 2"),
    ("GB", "A woman aged 42 is now on remand.", "remanded 1"),
    ("NG", "A court ordered the remand of two suspects.", "remanded 2"),
    ("US", "A 19-year-old woman was freed on her own recognizance.", "bailed 1"),
    ("US", "Two men made bond.", "bailed 2"),
    ("CA", "Both men were let go on undertakings.", "bailed 2"),
    ("GB", "Nine people have been let go pending more enquiries.", "released_under_investigation 9"),
    ("US", "Twenty-three people were sent on their way.", "released 23"),
    ("GB", "No further action will be taken against a 30-year-old woman.", "released 1"),
    ("GB", "A 19-year-old man received an adult caution.", "cautioned 1"),
    ("AU", "A 22-year-old man copped a $1,500 fine for littering.", "cautioned 1 [littering]"),
    ("GB", "A boy of 13 went home with a caution.", "cautioned 1"),
    ("ZA", "Two suspects paid admission of guilt fines.", "cautioned 2"),
    ("US", "It took the jury two hours to find Curtis Bexley, 37, guilty of arson.", "convicted 1 [arson]"),
    ("GB", "A man, 30, owned up to converting criminal property.", "pleaded_guilty 1 [converting criminal property]"),
    ("US", "Karl Stern, 41, will serve 22 years in prison for manslaughter.", "sentenced 1 [manslaughter] 264m"),
    ("US", "A judge imposed a sentence of 97 months on Julian Corvalho, 43.", "sentenced 1 97m"),
    ("ZA", "The court handed down sentences to four men.", "sentenced 4"),
    ("ZA", "A warrant of arrest is out for Gezani Baloyi.", "wanted 1"),
    ("GB", "Luke Sayer, 33, failed to appear and a warrant was issued for his arrest.", "wanted 1"),
    ("GB", "Two men were extradited to the UK from Spain.", "deported 2"),
    ("US", "Three children were placed in the care of Health and Human Services.", "safeguarded 3"),
    ("US", "Five women have been connected with housing and counseling.", "safeguarded 5"),
    ("GB", "Safeguarding measures were put in place for three vulnerable people.", "safeguarded 3"),
    ("GB", "A woman of 30 broke her collarbone in the fall.", "injured 1"),
    ("US", "A 16-year-old was hit by gunfire.", "injured 1"),
    ("ZA", "Two suspects were certified dead on the scene.", "killed 2"),
    ("GB", "The crash claimed the lives of two teenagers.", "killed 2"),
    ("GB", "A 44-year-old man is back in prison.", "recalled 1"),
    ("US", "Citations went to eleven drivers.", "cautioned 11"),
    ("GB", "Officers handed out 52 Section 59 warnings.", "cautioned 52"),
    ("IE", "Arrests, drink driving: 58", "arrested 58 [drink driving]"),
    ("US", "A man of 30 was able to post a $50,000 bond.", "bailed 1"),
    ("US", "A man is being held in lieu of $150,000 bail.", "detained 1"),
    ("CA", "12 people facing a combined 131 charges.", "charged 12"),
    ("GB", "Karl Stern, 41, received an extended sentence of 14 years.", "sentenced 1 168m"),
    ("US", "Karl Stern, 41, will spend the next 17 and a half years in federal prison.", "sentenced 1 210m"),
    ("ZA", "The court sent two men to 15 years behind bars.", "sentenced 2 180m"),
    ("US", "A parolee, 37, has been returned to state prison for violating parole.", "recalled 1 [violating parole]"),
    ("US", "A man was arrested on a parole violation.", "arrested 1 [parole violation]"),
    (
        "GB",
        "Karl Stern was jailed for nine years, Lee Tranter ten and Bob Webb seventeen.",
        "sentenced 1 108m, sentenced 1 120m, sentenced 1 204m",
    ),
    ("GB", "Karl Stern got nine years; Lee Tranter got six.", "sentenced 1 108m, sentenced 1 72m"),
    (
        "US",
        "Judge Lee imposed terms of 97 months on Julian Corvalho, 43, and 51 months on Renata Corvalho, 40.",
        "sentenced 1 51m, sentenced 1 97m",
    ),
    ("GB", "A five-year prison sentence was handed to Karl Stern, 30.", "sentenced 1 60m"),
    ("GB", "Karl Stern, 30, has been jailed for a year and a half.", "sentenced 1 18m"),
    (
        "GB",
        "A jury found Neville Dunne, 58, of Sandbach, and his son Piotr Gawlik, 36, of Crewe, guilty of fraud.",
        "convicted 1 [fraud], convicted 1 [fraud]",
    ),
    (
        "US",
        "Lyle Stern, 46, admitted in October to conspiracy to sell drugs.",
        "pleaded_guilty 1 [conspiracy to sell drugs]",
    ),
    (
        "US",
        "A jury convicted Casey Maddox last month, after a nine-day trial, of robbery and kidnapping.",
        "convicted 1 [robbery; kidnapping]",
    ),
    ("US", "The inquiry culminated in 12 people facing a combined 131 charges.", "charged 12"),
    (
        "CA",
        "Two men were arrested. The Crown approved one count of mischief and one of theft against both.",
        "arrested 2, charged 2 [mischief; theft]",
    ),
    ("GB", "Theo Lanchester, 21, had a knife on him when arrested on 4 December 2024.", "arrested 1"),
    (
        "GB",
        "Karl Stern, 30, pleaded guilty to theft and to threatening behaviour.",
        "pleaded_guilty 1 [theft; threatening behaviour]",
    ),
    (
        "HK",
        "Two men were laid with one count of trafficking in a dangerous drug.",
        "charged 2 [trafficking in a dangerous drug]",
    ),
    ("US", "Alleged to lead it, Andre Whitlow, 34, was arraigned on charges of arson.", "appeared_in_court 1 [arson]"),
    ("GB", "Two officers had to be treated for smoke inhalation.", "injured 2"),
    ("US", "Six drivers were cited for speeding and let go.", "cautioned 6 [speeding]"),
    (
        "GB",
        "Mark Hale was jailed for six years while Lee Hale got four and a half.",
        "sentenced 1 54m, sentenced 1 72m",
    ),
    ("US", "Deputies arrested Juan Perez, 41, and booked him into jail on one count of arson.", "arrested 1 [arson]"),
    (
        "GB",
        "Paul Reed, 44, who was jailed for six years in 2015 for robbery, was arrested for theft.",
        "arrested 1 [theft]",
    ),
    ("GB", "The raids ended with five people behind bars.", "detained 5"),
    ("GB", "A dawn raid netted six suspected dealers.", "arrested 6"),
    ("GB", "Having been arrested and interviewed, the woman of 30 was bailed.", "arrested 1, bailed 1, interviewed 1"),
    ("GB", "Arrested at the scene, a 30-year-old man was later charged with affray.", "arrested 1, charged 1 [affray]"),
    (
        "US",
        "The jury returned a verdict of guilty against Karl Stern, 30, on two counts of arson.",
        "convicted 1 [arson]",
    ),
    ("NZ", "Six people were summonsed, nine were warned and two were fined.", "cautioned 2, cautioned 9, charged 6"),
    ("IN", "The court awarded three years' rigorous imprisonment to two accused.", "sentenced 2 36m"),
    ("US", "Karl Stern, 30, was charged with robbery, first degree.", "charged 1 [robbery, first degree]"),
    ("GB", "Karl Stern, 41, was charged following his arrest on Tuesday.", "arrested 1, charged 1"),
    (
        "GB",
        "Lee Webb, 40, was given 18 months for burglary and a consecutive six months for theft.",
        "sentenced 1 [burglary; theft] 24m",
    ),
    ("GB", "Nine members of the gang were each sentenced to between three and eleven years.", "sentenced 9"),
    ("GB", "A total of 61 years in prison was handed to nine members of the gang.", "sentenced 9"),
    (
        "CA",
        "A 17-year-old is accused of mischief, and a 61-year-old woman of possession of property obtained by crime.",
        "charged 1 [mischief], charged 1 [possession of property obtained by crime]",
    ),
    (
        "GB",
        "Karl Stern, 41, was convicted of murder and Lee Webb, 40, of manslaughter.",
        "convicted 1 [manslaughter], convicted 1 [murder]",
    ),
    ("US", "A man with a broken ankle was taken to the hospital.", "injured 1"),
    ("US", "Three migrants were transferred to ICE custody.", "detained 3"),
    ("US", "Indictments against 32 defendants were unsealed today.", "charged 32"),
    ("US", "An indictment against 14 gang members was returned on Tuesday.", "charged 14"),
    ("CA", "Charges of impaired operation were laid against a 45-year-old woman.", "charged 1 [impaired operation]"),
    (
        "HK",
        "A man was laid a holding charge of assisting in the export of cargo.",
        "charged 1 [assisting in the export of cargo]",
    ),
    ("GB", "Three men admitted their part in the plot.", "pleaded_guilty 3"),
    (
        "GB",
        "Having pleaded guilty to arson, Karl Stern, 41, was jailed for two years.",
        "pleaded_guilty 1 [arson], sentenced 1 24m",
    ),
    ("GB", "Karl Stern, 41, is due back in court in June, having been refused bail.", "remanded 1"),
    ("GB", "Karl Stern, 41, was convicted of arson and acquitted of conspiracy.", "convicted 1 [arson]"),
    (
        "GB",
        "Karl Stern, 41, was jailed for six years for arson and disqualified from driving for nine.",
        "sentenced 1 [arson] 72m",
    ),
    (
        "GB",
        "Karl Stern, 41, admitted three counts of theft and asked for 14 others to be considered.",
        "pleaded_guilty 1 [theft]",
    ),
    ("GB", "The driver ran off but was quickly caught and arrested on suspicion of arson.", "arrested 1 [arson]"),
    ("GB", "Karl Stern, 41, of Hull: charged with arson, remanded in custody.", "charged 1 [arson], remanded 1"),
    ("GB", "Six boys, the youngest just 13, were cautioned.", "cautioned 6"),
    ("GB", "Officers have charged 14 people and a further 22 remain on bail.", "bailed 22, charged 14"),
    (
        "US",
        "Also charged are Karl Stern, 41, and Lee Marr, 30, both of Reno, each with one count of forgery.",
        "charged 1 [forgery], charged 1 [forgery]",
    ),
    ("US", "Karl Stern, 41, received a sentence of life in prison.", "sentenced 1 1200m"),
    ("US", "Officers removed Karl Stern, a 41-year-old citizen of Peru, to Peru.", "deported 1"),
    (
        "US",
        "A jury convicted Karl Stern, 41, of Medicare fraud and payment of kickbacks.",
        "convicted 1 [medicare fraud; payment of kickbacks]",
    ),
    ("US", "A 41-year-old man was arrested and booked on four felony counts of forgery.", "arrested 1 [forgery]"),
    ("US", "The passenger was found to have an active warrant and was arrested.", "arrested 1, wanted 1"),
    ("US", "Suspect: Karl Stern, 41, Reno\nCharges: forgery, theft\nBond: $5,000", "charged 1 [forgery; theft]"),
    (
        "NG",
        "The court secured the conviction and sentencing of one Sani Bello to two years for fraud.",
        "convicted 1, sentenced 1 [fraud] 24m",
    ),
    ("GB", "The inquiry led to the jailing of three men.", "sentenced 3"),
    ("JM", "Seventeen-year-old Kemar Lewis was shot dead.", "killed 1"),
    ("GB", "Nine people were flown back to their home countries.", "deported 9"),
    ("GB", "Two men were returned to Peru.", "deported 2"),
    ("US", "A 30-year-old man was found to have cocaine and two outstanding bench warrants.", "wanted 1"),
    ("GB", "Two men were dealt with by Leeds magistrates.", "appeared_in_court 2"),
    ("IN", "Two men were sent to four days' police remand.", "remanded 2"),
    ("GB", "A man of 30 lost three fingers.", "injured 1"),
]

NOTHING = [
    ("GB", "The taxi picked up two passengers in Leeds."),
    ("GB", "Two drivers were caught speeding."),
    ("GB", "A man of 30 was caught on camera."),
    ("GB", "Officers received a warning from the meteorologists."),
    ("US", "Prosecutors asked the jury to find Karl Stern, 41, guilty of arson."),
    ("US", "The charges against two men were dropped."),
    ("GB", "A search warrant was issued for a house in Leeds."),
    ("GB", "Karl Stern, 41, failed to see that a warrant had expired."),
    ("US", "Karl Stern, 41, entered a not guilty plea."),
    ("GB", "Lee Tranter, ten minutes late, sat beside Karl Stern, 41."),
    ("GB", "Drivers are prosecuted when caught on the hard shoulder."),
    ("CA", "Charges of assault are pending against a 19-year-old."),
    ("GB", "Nine people were warned of the danger."),
    ("GB", "If arrested, a 30-year-old man would be charged."),
    ("US", "Anyone with information leading to their arrest may be eligible for a reward."),
    ("GB", "Residents were warned about bogus callers."),
    ("GB", "A boy of ten was picked up by his mother."),
    ("GB", "Six officers began a six-year training programme."),
    ("GB", "A man of 50 was let go from his job."),
    ("GB", "Officers attended a plea hearing at Leeds."),
    ("GB", "Karl Stern, 41, will serve a minimum of 21 years."),
    ("GB", "Karl Stern, 41, will spend five years on the register."),
    ("GB", "The stolen paintings were returned to Italy."),
    ("GB", "The sentencing of two men was put off until June."),
    ("GB", "A man admitted in interview that he had been there."),
    ("US", "A complaint against two officers was dismissed."),
    ("US", "Detective Karl Stern spoke on Friday.\nCharges: forgery, theft"),
    ("GB", "Officers removed two knives and a van to Spain."),
    ("US", "Karl Stern, 41, returned to Mexico several days later."),
    ("US", "A 30-year-old man was found to have no outstanding warrants."),
    ("GB", "A man of 30 lost his hand luggage."),
    ("GB", "He had no outstanding warrants."),
    ("GB", "A man of 80 gave up a pistol. He will face no action."),
    ("HK", "A search brought to light three air tickets."),
    ("GB", "The amnesty brought in 300 more."),
    ("GB", "Operation Larkspur, held in March, was the third."),
    ("GB", "The children were taken in by relatives."),
    ("US", "A resident called 911 and a dog surrendered its ball."),
]


@pytest.mark.parametrize(("country", "text", "expected"), IDIOMS)
def test_idiom(country, text, expected):
    """The facts of one idiom, all of them and no others."""
    assert short(text, country) == expected


@pytest.mark.parametrize(("country", "text"), NOTHING)
def test_no_outcome(country, text):
    """What only sounds like one of the idioms."""
    assert short(text, country) == ""
