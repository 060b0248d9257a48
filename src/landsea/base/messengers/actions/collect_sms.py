"""Takes in what a message centre has kept for us: reports about what was sent, and what people replied."""

import logging
from datetime import datetime

from landsea.base.messengers.actions.take_incoming import take_incoming
from landsea.base.messengers.ways.sms_by_smpp import SmsBySmpp, collect_messages
from landsea.base.outbox.actions.record_report import record_report

LOG = logging.getLogger(__name__)


def collect_sms(now: datetime) -> int:
    """Collect and record; return how many came. A centre that is not there is noted in the log and asked again later."""
    import smpplib.exceptions

    if not SmsBySmpp().is_set_up():
        return 0
    try:
        reports, replies = collect_messages()
    except (smpplib.exceptions.ConnectionError, smpplib.exceptions.PDUError, OSError) as problem:
        LOG.warning("the message centre does not let us collect: %s", type(problem).__name__)
        return 0
    for report in reports:
        if report.arrived is not None:
            record_report("sms", report.remote_id, arrived=report.arrived, reply=report.words, now=now)
    for reply in replies:
        take_incoming(reply, now=now)
    return len(reports) + len(replies)
