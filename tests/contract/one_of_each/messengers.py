"""Messengers: every way set up, without ever sending, the deputy's account with one of them, and a message that no handler
could deal with.
"""

from datetime import datetime

from landsea.base.messengers.gateway_links import make_gateway_secret
from landsea.base.messengers.models import Connection, Incoming

SETTINGS = {
    "TELEGRAM_TOKEN": "123:demo",
    "TELEGRAM_BOT": "landsea_demo_bot",
    "WECOM_CORP": "wwdemo",
    "WECOM_AGENT": 1000002,
    "WECOM_SECRET": "demo secret",
    "WECOM_TOKEN": "demo-token",
    "WECOM_AES_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    "LINE_TOKEN": "demo token",
    "LINE_SECRET": "demo secret",
    "LINE_ACCOUNT": "@landsea",
    "ZALO_APP": "4321",
    "ZALO_APP_SECRET": "demo secret",
    "ZALO_OA_SECRET": "demo secret",
    "ZALO_REFRESH_TOKEN": "demo token",
    "SMS": "http",
    "SMS_URL": "https://gateway.example/send",
    "CALL_URL": "https://gateway.example/call",
    "CALL_SECRET": "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
}
"""What the operator of an installation with all ways has set."""


def make(world, now: datetime) -> dict:
    """Connect the deputy's account with Telegram, and leave a message undone."""
    Connection.objects.create(user=world.people["deputy"], channel="telegram", remote="42", connected_at=now)
    channel, gateway = {"channel": "telegram"}, {"secret": make_gateway_secret("sms")}
    return {
        **dict.fromkeys(("connect_messenger", "messenger_notices", "disconnect_messenger"), channel),
        **dict.fromkeys(("sms_report", "sms_reply"), gateway),
        "mend_row": {"kind": "messages", "key": str(undone_message("first", now).pk)},
    }


def undone_message(name: str, now: datetime) -> Incoming:
    """Keep a message that was tried as often as any is."""
    return Incoming.objects.create(
        channel="telegram", update=f"undone {name}", remote="43", text="x", received_at=now, failures=99
    )


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Leave one more message undone; a person has one account with each messenger."""
    undone_message(str(number), now)
