"""The ways by which a short message goes: each behind one interface, each real, each off until its settings are there.

`list_ways()` is what this installation has; `find_way` one of them. The outbox calls them (`sending.py`).
"""

from landsea.base.messengers.ways.call_by_webhook import CallByWebhook
from landsea.base.messengers.ways.line import Line
from landsea.base.messengers.ways.shapes import Way
from landsea.base.messengers.ways.sms_by_http import SmsByHttp
from landsea.base.messengers.ways.sms_by_smpp import SmsBySmpp
from landsea.base.messengers.ways.telegram import Telegram
from landsea.base.messengers.ways.wecom import WeCom
from landsea.base.messengers.ways.zalo import Zalo

ALL_WAYS: tuple[Way, ...] = (Telegram(), Line(), Zalo(), WeCom(), SmsByHttp(), SmsBySmpp(), CallByWebhook())
CODES = ("telegram", "line", "zalo", "wecom", "sms", "call")
"""What people choose among; the two adapters for SMS are one way."""


def list_ways() -> tuple[Way, ...]:
    """Return the ways that this installation has settings for; none by default."""
    return tuple(way for way in ALL_WAYS if way.is_set_up())


def find_way(code: str) -> Way | None:
    """Return the way of this name that is set up, or None."""
    return next((way for way in list_ways() if way.code == code), None)
