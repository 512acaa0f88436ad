"""Money and measures: what follows or precedes a number and makes it an amount."""

# unit words as written → SCHEMA unit. "length", "time" and the like keep such numbers from being read as counts.
MEASURES = {
    word: unit
    for unit, words in {
        "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
        "g": "g gm gms gr gram grams gramme grammes",
        "tonne": "tonne tonnes ton tons mt",
        "lb": "lb lbs pound pounds",
        "oz": "oz ounce ounces ozs",
        "litre": "litre litres liter liters l ltr ltrs",
        "ml": "ml mls millilitre millilitres milliliter milliliters",
        "mg": "mg mcg milligram milligrams milligramme milligrammes",
        "length": "inch inches inch-long in-long cm cms centimetre centimetres foot feet ft metre metres meter meters "
                  "km kms kilometre kilometres kilometer kilometers mile miles yard yards mph kph knots nm",
        "mm": "mm millimetre millimetres millimeter millimeters",
        "area": "acre acres hectare hectares sq",
        "duration": "second seconds minute minutes min mins hour hours hr hrs day days week weeks weekend weekends "
                    "month months year years decade decades week-long day-long month-long year-long hour-long "
                    "fortnight",
        "volume": "gallon gallons pint pints",
        "percent": "% percent per-cent pc",
    }.items()
    for word in words.split()
}
AMOUNTS = ("kg", "g", "tonne", "lb", "oz", "litre", "ml", "mg")

SYMBOLS = {"£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY", "₦": "NGN", "₱": "PHP", "₪": "ILS", "₺": "TRY", "₵": "GHS",
           "¢": "GHS", "฿": "THB", "₩": "KRW", "$": "$"}
PREFIXES = {  # written on to the sign or the number; sources: ISO 4217 and the style guides of the countries
    "us": "USD", "a": "AUD", "au": "AUD", "hk": "HKD", "s": "SGD", "nz": "NZD", "c": "CAD", "ca": "CAD", "cad": "CAD",
    "usd": "USD", "aud": "AUD", "nzd": "NZD", "hkd": "HKD", "sgd": "SGD", "gbp": "GBP", "eur": "EUR", "inr": "INR",
    "zar": "ZAR", "cdn": "CAD", "j": "JMD", "jmd": "JMD", "tt": "TTD", "ttd": "TTD", "bz": "BZD", "b": "BSD",
    "gh": "GHS", "mx": "MXN",
}
# abbreviations and codes written before a number without a sign
ABBREVIATED = {
    "rs": "INR", "rs.": "INR", "inr": "INR", "rm": "MYR", "php": "PHP", "p": "PHP", "n": "NGN", "ngn": "NGN",
    "ksh": "KES", "kshs": "KES", "sh": "KES", "kes": "KES", "ugx": "UGX", "ghs": "GHS", "chf": "CHF", "sek": "SEK",
    "nok": "NOK", "dkk": "DKK", "aed": "AED", "eur": "EUR", "gbp": "GBP", "usd": "USD", "aud": "AUD", "cad": "CAD",
    "nzd": "NZD", "hkd": "HKD", "sgd": "SGD", "zar": "ZAR", "jmd": "JMD",
    "tsh": "TZS", "tzs": "TZS",
    "pln": "PLN", "czk": "CZK", "huf": "HUF", "mxn": "MXN",
    "brl": "BRL", "cny": "CNY", "rmb": "CNY", "krw": "KRW", "thb": "THB", "pkr": "PKR", "bdt": "BDT", "lkr": "LKR",
    "zmw": "ZMW", "k": "ZMW", "bwp": "BWP", "myr": "MYR",
}
WRITTEN_ON = frozenset(("p", "n", "k"))  # initials that are a currency only when written on to the amount
MONEY_WORDS = {
    "euro": "EUR", "euros": "EUR", "dollar": "$", "dollars": "$", "rupee": "INR", "rupees": "INR", "rand": "ZAR",
    "rands": "ZAR", "sterling": "GBP", "usd": "USD", "eur": "EUR", "gbp": "GBP", "baht": "THB",
    "pesos": "PHP", "naira": "NGN", "shillings": "KES", "ringgit": "MYR", "dirhams": "AED", "yen": "JPY",
    "francs": "CHF", "kronor": "SEK", "kroner": "NOK", "lei": "RON", "zloty": "PLN", "zlotys": "PLN", "złoty": "PLN",
    "koruna": "CZK", "forint": "HUF", "forints": "HUF", "lira": "TRY", "liras": "TRY", "cedi": "GHS", "cedis": "GHS",
    "kwacha": "ZMW", "pula": "BWP", "yuan": "CNY", "renminbi": "CNY", "taka": "BDT", "reais": "BRL", "roubles": "RUB",
    "rubles": "RUB", "hryvnia": "UAH", "leva": "BGN",
}
# what the nation written with a currency's word makes of it: "US dollars", "Ugandan shillings", "$500 Canadian"
NATIONS = {
    "us": {"$": "USD"}, "u.s.": {"$": "USD"}, "american": {"$": "USD"}, "canadian": {"$": "CAD"},
    "australian": {"$": "AUD"}, "singapore": {"$": "SGD"}, "zealand": {"$": "NZD"}, "kong": {"$": "HKD"},
    "jamaican": {"$": "JMD"}, "bahamian": {"$": "BSD"}, "barbadian": {"$": "BBD"}, "guyanese": {"$": "GYD"},
    "taiwanese": {"$": "TWD"}, "namibian": {"$": "NAD"}, "fijian": {"$": "FJD"}, "indian": {"INR": "INR"},
    "pakistani": {"INR": "PKR"}, "nepalese": {"INR": "NPR"}, "lankan": {"INR": "LKR"}, "mauritian": {"INR": "MUR"},
    "mexican": {"PHP": "MXN"}, "colombian": {"PHP": "COP"}, "philippine": {"PHP": "PHP"}, "chilean": {"PHP": "CLP"},
    "dominican": {"PHP": "DOP"}, "argentine": {"PHP": "ARS"}, "cuban": {"PHP": "CUP"}, "kenyan": {"KES": "KES"},
    "ugandan": {"KES": "UGX"}, "tanzanian": {"KES": "TZS"}, "swiss": {"CHF": "CHF"}, "cfa": {"CHF": "XOF"},
    "african": {"ZAR": "ZAR"}, "swedish": {"SEK": "SEK", "NOK": "SEK"}, "danish": {"NOK": "DKK", "SEK": "DKK"},
    "norwegian": {"NOK": "NOK"}, "turkish": {"TRY": "TRY"}, "polish": {"PLN": "PLN"}, "czech": {"CZK": "CZK"},
    "romanian": {"RON": "RON"}, "thai": {"THB": "THB"}, "chinese": {"CNY": "CNY"}, "nigerian": {"NGN": "NGN"},
    "ghanaian": {"GHS": "GHS"}, "malaysian": {"MYR": "MYR"}, "japanese": {"JPY": "JPY"}, "russian": {"RUB": "RUB"},
}
SCALE_LETTERS = {"k": 1000, "m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000,
                 "b": 1_000_000_000, "cr": 10_000_000, "million": 1_000_000, "million-worth": 1_000_000,
                 "thousand": 1000, "billion": 1_000_000_000, "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000,
                 "crores": 10_000_000, "hundred": 100}
DOLLARS = {
    "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "JM": "JMD", "TT": "TTD", "BB": "BBD",
    "BS": "BSD", "BZ": "BZD", "GY": "GYD", "NA": "NAD", "FJ": "FJD", "TW": "TWD",
}


def dollar(country: str | None) -> str:
    """What a bare "$" means in a release of that country (ISO 3166-1 alpha-2): its own dollar, else the US one."""
    return DOLLARS.get(country or "", "USD")
