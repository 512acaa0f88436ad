"""Closed classes of words that the noun and clause grammars share."""

from beatbook.lexicons import rows

# articles and pronouns before a thing already known
DEFINITE = frozenset("the this that these those his her their its my our your whose 's same such aforementioned".split())
FURTHER = frozenset("further additional extra remaining other more another separate".split())
SUSPECTING = frozenset("suspected alleged apparent suspect presumed purported possible probable supposed unconfirmed".split())
# said of a thing's legal state; no part of its name
LEGAL_WORDS = frozenset(
    "suspected alleged illegal illegally illicit unlawful unlicensed unlicenced unregistered prohibited banned counterfeit fake bogus "
    "knock-off pirated smuggled contraband stolen loaded unloaded live viable assorted various mixed different suspected "
    "small large single whole full empty used new old cut other further total combined estimated believed possible working "
    "dangerous potential imported dried harvested mature fully-grown immature street-level white black red blue silver grey gray green "
    "gold brown yellow orange pink dark-coloured coloured high-value high-end luxury expensive valuable non-duty duty-free "
    "untaxed paid matching spent second third seized recovered discarded homemade home-made makeshift lethal deadly "
    "several few many two three uninsured unaccompanied untraceable duty-not-paid liquid raw bulk pure "
    "high-purity vacuum-packed vacuum-sealed individually wrapped taped packaged concealed hidden pressed compressed cannabis-filled "
    "calibre caliber cal rimfire centre-fire unspecified unknown undisclosed hand-held discharged ready-to-sell improvised fraudulent forged false additional".split())
IMITATIONS = frozenset(
    "imitation replica toy bb airsoft air-soft blank blank-firing top-venting air air-powered gel pellet dummy deactivated gas-powered "
    "co2 starter starting paintball fake realistic-looking realistic plastic non-lethal ball-bearing non-firing inert "
    "alarm soft-air co2-powered gas-operated".split())
# nouns that stand before "of": True where they leave the amount open
AMOUNT_NOUNS = {word: True for word in "quantity quantities amount amounts number numbers sum sums volume volumes trace traces wad wads pile piles "
                "bundle bundles assortment variety range selection array collection stack stacks stock stocks supply supplies mix mixture "
                "handful bits".split()} | {
    word: False for word in "haul cache stash consignment shipment batch load loads type types kind kinds form forms item items piece pieces "
    "bulk plethora arsenal stockpile find total combination proceeds recovery seizure discovery confiscation surrender".split()}
# nouns whose "of" makes an offence or a deal of what follows, whatever its amount
DEALS = frozenset("possession supply importation import distribution sale sales trafficking theft robbery loss delivery purchase transportation use "
                  "manufacture cultivation production exportation export handling smuggling transfer order worth excess shipment shipments "
                  "posession possesion conspiracy reports report discharge".split())
LOCATIVES = frozenset(
    "in inside into within from at on onto under underneath beneath behind between among amongst near outside through by towards toward to "
    "off over across against against for about around via aboard beside above below against past than per of inside".split())
PERSONS = frozenset(
    "man men woman women boy boys girl girls male males female females teenager teenagers youth youths child children person people persons "
    "suspect suspects driver drivers passenger passengers rider occupant occupants resident residents defendant defendants officer officers "
    "police detectives detective deputies deputy agents agent troopers trooper investigators gardaí gardai garda staff members he she they "
    "him her them who victim victims offender offenders couple pair trio duo courier couriers dealer dealers gang gangs individual individuals "
    "customer customers witness witnesses thieves thief burglars smugglers pupil pupils student students juvenile juveniles fugitive "
    "fugitives inmate member team teams families family body bodies baby owner owners worker workers migrant migrants".split())
# who does not seize: suspects, victims and bystanders; and who does
CIVILIANS = frozenset(
    "he she man men woman women boy boys girl girls male female teenager teenagers youth youths defendant defendants suspect suspects victim victims "
    "thieves thief burglars burglar robbers robber gunman gunmen driver passenger passengers accused gang gangs i mother father husband wife son "
    "daughter brother sister girlfriend boyfriend neighbour neighbor resident offender offenders smuggler smugglers trafficker traffickers dealer "
    "dealers couple pair trio duo attacker attackers killer inmate prisoner customer employee clerk owner worker shooter assailant assailants".split())
POLICE = frozenset(
    "police officers officer detectives detective deputies deputy agents agent troopers trooper investigators investigator gardaí gardai garda staff "
    "members cops constables sergeant inspector patrol squad team teams unit units force customs revenue authorities inspectors rangers marshals "
    "enforcement dog k9 k-9 patrolmen cadets search searches warrant warrants raid raids operation sweep they we it stop inspection examination "
    "rcmp nca cbp dea fbi atf hsi afp nypd lapd psni soldiers guards investigation sleuths sheriff taskforce bureau agency".split())
AUXILIARIES = frozenset("was were is are be been being has have had having do does did will would can could may might shall should must 's".split())
ADVERBS = frozenset(
    "also later then subsequently recently safely jointly successfully since all both either now again allegedly reportedly further "
    "already immediately initially separately together only just still finally additionally previously quickly voluntarily "
    "eventually directly thereafter officially collectively likewise currently meanwhile duly each promptly soon lawfully "
    "anonymously temporarily once therefore thus nearby inside outside here there".split())
# a word after which an object list or a subject cannot go on
BREAKERS = frozenset(
    "who whom whose which that when while whilst because but although though if unless until than where why how so after before "
    "during following since despite arrested charged executed searched stopped said told says say led fled ran admitted pleaded pled convicted "
    "sentenced jailed detained remanded bailed released interviewed questioned identified attended responded conducted carried visited "
    "began started took made gave came went saw showed stated added explained believe believes believed say claims claimed indicated "
    "according suspicion alleging accused guilty wanted tried attempted refused threw drove travelled escaped noticed observed spotted "
    "approached pulled deployed launched involved helped assisted used using sold selling bought purchased offered agreed planned "
    "conspired conspiring plotted trafficked distributed distributing dealing supplying importing imported exported exporting "
    "manufacturing producing threatened threatening stabbed shot fired robbed stole assaulted attacked brandished brandishing pointed "
    "pointing killed injured wounded died leading prompting enabling allowing causing faces facing face".split()) | AUXILIARIES
# what makes money a thing's value, and what does not
VALUE_WORDS = frozenset("price worth valued value values valuation priced valuing estimated".split())
NOT_VALUE = frozenset("duty tax taxes loss losses lost evaded evasion vat revenue bail bond fine fined penalty compensation reward restitution "
                      "benefit benefited profit profits owed pay paid paying cost costs costing funding invested budget damage fee fees "
                      "each per income turnover forfeit forfeited fraud laundered debts debt excise unpaid".split()) - {"each", "per"}
# nouns after a thing that make a compound of another kind: "gun crime", "drug dealer", "car park"
COMPOUND_TAILS = frozenset(row["term"] for row in rows("compounds"))
STOP = frozenset(
    "the a an of in on at by for with from to into and or but as that which who whom whose this these those it its he she they them his "
    "her their our we us i you not no nor than then there here when where while if because so such per via plus including include includes "
    "included among amongst comprising consisting along well about approximately around nearly almost over under more less up down out off "
    "above below between through during before after since until against without within upon onto across behind inside outside beneath "
    "both either neither each every any all some another other one ; : , . ( ) – — • “ ” & + / containing holding both are is was were "
    "found seized recovered located discovered confiscated seize seizes seizing recover recovers recovering find finds finding locate "
    "locating discover discovers discovering uncovered uncovering detected revealed yielded impounded surrendered surrendering handed "
    "retrieved restrained intercepted removed taken took take taking carrying carried possession possess possessed possessing armed produced "
    "hid held hold holds contained contain contains collected collecting unearthed netted turned weighing totalling valued "
    "worth concealing concealed hiding revealing yielding seeing sees saw noticed observed stashed brought received allegedly police officers "
    "throwing threw discarding selling sold buying bought supplying supply supplied trafficking distributing importing importation using "
    "used use stealing stole dealing manufacture manufacturing producing cultivating cultivation production conspiracy owning "
    "investigators detectives agents deputies troopers gardaí gardai also were confiscating recovery seizure".split()) | AUXILIARIES | (
    PERSONS - {"members"}) | {"arrested", "charged", "totaling", "what", "how", "officers", "him", "customs", "including"}
