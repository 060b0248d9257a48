"""By whose clock a filer is told a time in mails, which know nothing of the device that reads them."""

from landsea.base.ui.reader import ZONE_OF_LANGUAGE
from landsea.cases.models import Case
from landsea_core.clock.countries import COUNTRIES, find_usual_hours


def find_zone_of_filer(case: Case) -> str:
    """Return the zone (IANA name) of the filer's country; of one who named none that where most readers of the filing's
    language live; where neither is known, the desk's. Where the reader's device names no other, pages of the mailbox go by
    the same (`open_mailbox`), but take the clock of the case's country in place of the desk's.
    """
    if case.filer_country in COUNTRIES:
        return find_usual_hours(case.filer_country).tz
    return ZONE_OF_LANGUAGE.get(case.language) or case.desk.office.time_zone
