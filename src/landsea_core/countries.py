"""The countries of the corridor, alone here so that whoever needs no more of them loads no more."""

COUNTRIES = ("CN", "VN", "LA", "TH", "KH", "MM", "MY", "SG", "ID", "PH", "BN", "TL")
"""China and the eleven countries of ASEAN (Timor-Leste since 26 October 2025), by ISO 3166-1."""

PLACE_COUNTRIES = (*COUNTRIES, "HK")
"""Hong Kong has places on the corridor's routes, but no desk of its own here."""

ELSEWHERE = "ZZ"
"""Any country outside, where it does not matter which: CLDR's code of an unknown region."""

_OTHERS = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
    CH CI CK CL CM CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
    GM GN GP GQ GR GS GT GU GW GY HM HN HR HT HU IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KI KM KN KP KR KW KY KZ LB LC LI
    LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MN MO MP MQ MR MS MT MU MV MW MX MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM
    PA PE PF PG PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD
    TF TG TJ TK TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VU WF WS YE YT ZA ZM ZW
"""
OUTSIDE = frozenset(_OTHERS.split()) | {ELSEWHERE}
"""The other codes of ISO 3166-1: goods may be made there and come in; the book holds none of the rules there."""
