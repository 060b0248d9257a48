"""Does a server say that our mail did not arrive? Evidence only at a return path that we made: bounces are forged too.

>>> from landsea.mailroom.filters.letter import make_letter
>>> take_delivery_report(make_letter("bounce_hard", purpose="return")).way.value
'returned'
>>> take_delivery_report(make_letter("bounce_hard", purpose="reply")).code
'report_unproven'
>>> take_delivery_report(make_letter("auto_reply", purpose="return")).way.value
'aside'
>>> take_delivery_report(make_letter("reply", purpose="return")).code
'to_return_path'
>>> take_delivery_report(make_letter("reply")) is None
True
"""

from landsea.mailroom.addresses import Purpose
from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.mailtext import Kind
from landsea_core.sentences import Sentence

REPORTS = frozenset({Kind.BOUNCE_HARD, Kind.BOUNCE_SOFT})


def take_delivery_report(one: Letter) -> Verdict | None:
    """Take a report at its return path; put others aside; hold what a person wrote to a return path."""
    kind, reasons = one.reading.kind, one.reading.reasons
    if kind in REPORTS and one.purpose is Purpose.RETURN:
        return Verdict(Way.RETURNED, kind.value, reasons)
    if kind in REPORTS:
        why = Sentence("It did not come to the return path of a mail of ours, so it proves nothing.")
        return Verdict(Way.ASIDE, "report_unproven", (*reasons, why))
    if one.purpose is not Purpose.RETURN:
        return None
    if kind is Kind.AUTO_REPLY:
        return Verdict(Way.ASIDE, "automatic", reasons)
    why = Sentence("Somebody wrote to the address to which servers send mails back.")
    return Verdict(Way.HELD, "to_return_path", (*reasons, why))
