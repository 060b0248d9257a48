"""What the words of a requirement say in days, in money and about the country of whoever issues the paper."""

import math
import re

from landsea_core.countries import COUNTRIES
from landsea_core.rules.model import Requirement, Shipment

NOT_PUBLISHED = "not published"
"""What a requirement says in place of a time or a price that was searched for and that nobody publishes."""

DAYS_IN = {"day": 1, "week": 7, "month": 30}
_LEAD_TIME = re.compile(r"(\d+)(?: to (\d+))? (working |laboratory )?(hour|day|week|month)s?\b")
_COUNTRY_WORDS = {
    "CN": ("China", "Chinese", "GACC"),
    "VN": ("Viet Nam", "Vietnam"),
    "LA": ("Laos", "Lao"),
    "TH": ("Thailand", "Thai"),
    "KH": ("Cambodia",),
    "MM": ("Myanmar",),
    "MY": ("Malaysia",),
    "SG": ("Singapore",),
    "ID": ("Indonesia", "Indonesian"),
    "PH": ("Philippines",),
    "BN": ("Brunei",),
    "TL": ("Timor-Leste",),
}
_PRICE = re.compile(r"\d|\bno fee\b|\bfree\b", re.IGNORECASE)
_HOURS_IN_A_DAY = {"working ": 8, "": 24}
_OF_THE_ORIGIN = re.compile(r"\bof the origin\b|\bexporting country\b|\bhome authority\b", re.IGNORECASE)


def count_days(lead_time: str) -> int | None:
    """Return the most days that a lead time names, in calendar days; None where it names none.

    "3 to 5 working days" is 7 (five working days are a week), "10 to 16 weeks" 112, "within 6 working hours" 1, "48 hours" 2.
    """
    found = [
        _count_days_of(int(most or least), kind, unit) for least, most, kind, unit in _LEAD_TIME.findall(lead_time)
    ]
    return max(found, default=None)


def _count_days_of(number: int, kind: str, unit: str) -> int:
    if unit == "hour":
        return math.ceil(number / _HOURS_IN_A_DAY.get(kind, 24))
    return math.ceil(number * (7 / 5 if kind == "working " else 1)) * DAYS_IN[unit]


def find_words_for(country: str, words: str) -> str:
    """Return what words say for a country: all of them where they do not tell countries apart, "" where they name only others.

    "Thailand 50 baht; Viet Nam 30,000 dong" is "Viet Nam 30,000 dong" for VN and "" for LA.
    """
    parts = [part.strip() for part in words.split(";")]
    by_country = {code: part for part in parts for code in COUNTRIES if part.startswith(_COUNTRY_WORDS[code])}
    if len(parts) < 2 or len(by_country) < len(parts):
        return words
    return by_country.get(country, "")


def names_price(cost: str) -> bool:
    """Whether words on a price name one: "no fee" and "25 US dollars" do, "the amount was not found" does not."""
    return bool(_PRICE.search(cost))


def find_fee(requirement: Requirement) -> str:
    """Return what a paper costs, in the words of a measure; "" where none says. A duty that it saves is no fee."""
    return "" if requirement.cost.startswith("saves ") else requirement.cost


def find_issuing_country(who: str, made_by: str, shipment: Shipment) -> str:
    """Return the code of the country whose desk answers for a paper that `who` issues by a measure of `made_by`.

    The country its issuer's name says, else the origin where the issuer is one of the origin, else the country that made the
    measure; "" where nothing says.
    """
    named = [code for code in COUNTRIES if any(re.search(rf"\b{word}\b", who) for word in _COUNTRY_WORDS[code])]
    if named:
        return named[0]
    if _OF_THE_ORIGIN.search(who):
        return shipment.origin
    return made_by if made_by in COUNTRIES else ""
