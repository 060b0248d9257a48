"""The twelve countries of the corridor: time zone, weekend and usual hours of public offices, names of subdivisions.
These are what an office has unless its own entry in the directory says otherwise; holidays are not here."""

from dataclasses import dataclass

from landsea_core.clock.hours import WeekHours, read_week_hours

_SATURDAY_SUNDAY = (5, 6)
_FRIDAY_SATURDAY = (4, 5)
_FRIDAY_SUNDAY = (4, 6)


@dataclass(frozen=True)
class UsualHours:
    """Zone (IANA name), days off (0 is Monday) and hours of a public office. Zones and weekends are facts of law; the
    hours are assumed from common practice and meant to be replaced by the office's own."""

    tz: str
    weekend: tuple[int, ...]
    hours: str

    @property
    def week(self) -> WeekHours:
        """The hours by weekday."""
        return read_week_hours(self.hours, self.weekend)


_USUAL = {
    "CN": UsualHours("Asia/Shanghai", _SATURDAY_SUNDAY, "09:00-12:00 13:30-17:30"),
    "LA": UsualHours("Asia/Vientiane", _SATURDAY_SUNDAY, "08:00-12:00 13:00-16:00"),
    "VN": UsualHours("Asia/Ho_Chi_Minh", _SATURDAY_SUNDAY, "08:00-12:00 13:30-17:00"),
    "TH": UsualHours("Asia/Bangkok", _SATURDAY_SUNDAY, "08:30-12:00 13:00-16:30"),
    "KH": UsualHours("Asia/Phnom_Penh", _SATURDAY_SUNDAY, "07:30-11:30 14:00-17:30"),
    "MM": UsualHours("Asia/Yangon", _SATURDAY_SUNDAY, "09:30-16:30"),
    "MY": UsualHours("Asia/Kuala_Lumpur", _SATURDAY_SUNDAY, "08:00-13:00 14:00-17:00"),
    "SG": UsualHours("Asia/Singapore", _SATURDAY_SUNDAY, "08:30-18:00"),
    "ID": UsualHours("Asia/Jakarta", _SATURDAY_SUNDAY, "08:00-12:00 13:00-16:30"),
    "PH": UsualHours("Asia/Manila", _SATURDAY_SUNDAY, "08:00-12:00 13:00-17:00"),
    # Brunei's public offices close on Fridays and Sundays and work on Saturdays.
    "BN": UsualHours("Asia/Brunei", _FRIDAY_SUNDAY, "07:45-12:15 13:30-16:30"),
    "TL": UsualHours("Asia/Dili", _SATURDAY_SUNDAY, "08:30-12:30 14:00-17:30"),
}

_FRIDAY_SATURDAY_STATES = {"02", "03", "11"}
"""Kedah, Kelantan and Terengganu. Johor, which was with them from 2014, went back to Saturday and Sunday on 1 January
2025, so that it is not here: calendars of this project begin with 2025."""

COUNTRIES = tuple(_USUAL)

MALAYSIAN_STATES = {
    "01": ("JHR", "Johor"),
    "02": ("KDH", "Kedah"),
    "03": ("KTN", "Kelantan"),
    "04": ("MLK", "Melaka"),
    "05": ("NSN", "Negeri Sembilan"),
    "06": ("PHG", "Pahang"),
    "07": ("PNG", "Pulau Pinang", "Penang"),
    "08": ("PRK", "Perak"),
    "09": ("PLS", "Perlis"),
    "10": ("SGR", "Selangor"),
    "11": ("TRG", "Terengganu"),
    "12": ("SBH", "Sabah"),
    "13": ("SWK", "Sarawak"),
    "14": ("KUL", "KL", "Kuala Lumpur", "Wilayah Persekutuan Kuala Lumpur"),
    "15": ("LBN", "Labuan", "Wilayah Persekutuan Labuan"),
    "16": ("PJY", "Putrajaya", "Wilayah Persekutuan Putrajaya"),
}
"""ISO 3166-2 code of each state and federal territory, with the short forms and names people write."""

_MALAYSIAN_CODE = {name.casefold(): code for code, names in MALAYSIAN_STATES.items() for name in (code, *names)}


def find_usual_hours(country: str, subdivision: str = "") -> UsualHours:
    """Zone, weekend and hours of public offices there. Raises ValueError for a country outside the corridor."""
    if country not in _USUAL:
        raise ValueError(f"No calendar for {country!r}. Give one of {', '.join(COUNTRIES)}.")
    usual = _USUAL[country]
    if country == "MY" and subdivision in _FRIDAY_SATURDAY_STATES:
        return UsualHours(usual.tz, _FRIDAY_SATURDAY, usual.hours)
    return usual


def find_subdivision_code(country: str, written: str) -> str:
    """The code of a subdivision from what somebody wrote: `MY-14`, `14`, `KL` and `Kuala Lumpur` are one.

    Only Malaysia's states are known by name. Elsewhere a code of ISO 3166-2 is taken as it is, with or without its
    country. Raises ValueError when it cannot be one.
    """
    code = written.strip().removeprefix(f"{country}-")
    if not code:
        return ""
    if country == "MY":
        if code.casefold() not in _MALAYSIAN_CODE:
            names = ", ".join(names[0] for names in MALAYSIAN_STATES.values())
            raise ValueError(f"No state of Malaysia is called {written!r}. Give one of {names}.")
        return _MALAYSIAN_CODE[code.casefold()]
    if not (code.isascii() and code.isalnum() and len(code) <= 3):
        raise ValueError(f"{written!r} is not a subdivision. Give the part of its ISO 3166-2 code after the hyphen.")
    return code.upper()
