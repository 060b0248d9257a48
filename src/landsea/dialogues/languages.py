"""In which language and on which clock somebody is invited: their account's language, else that of their country."""

from zoneinfo import ZoneInfo

from landsea.base.translation.languages import find_page_language
from landsea.base.ui.countries import CORRIDOR
from landsea.dialogues.models import Seat
from landsea.directory.desk_cards import LANGUAGE_OF_COUNTRY
from landsea_core.clock.countries import find_usual_hours


def find_language_of_seat(seat: Seat) -> str:
    """Return the language of mails to a seat, one that there are pages in."""
    if seat.user is not None:
        return seat.user.language
    return find_page_language([LANGUAGE_OF_COUNTRY.get(seat.country, "")])


def find_zone_of_seat(seat: Seat) -> ZoneInfo | None:
    """Return the clock of the country that a seat speaks for; None for a country outside the corridor."""
    return ZoneInfo(find_usual_hours(seat.country).tz) if seat.country in CORRIDOR else None
