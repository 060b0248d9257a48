"""The addresses and secrets by which gateways and messengers come in. All secrets are made from the installation's key, so
that an operator sets nothing but what the other side gives out.
"""

from django.conf import settings
from django.urls import reverse

from landsea.base.secret_links import SecretLinks

IN_LINKS = SecretLinks("landsea gateway that comes in")


def make_gateway_secret(name: str) -> str:
    """Return the secret by which the gateway of this name proves itself: `sms`, `telegram`."""
    return IN_LINKS.secret_of(name)


def write_sms_report_address() -> str:
    """Return where an SMS gateway posts its delivery reports."""
    return settings.PUBLIC_ADDRESS + reverse("sms_report", args=[make_gateway_secret("sms")])


def write_sms_reply_address() -> str:
    """Return where an SMS gateway posts what people reply."""
    return settings.PUBLIC_ADDRESS + reverse("sms_reply", args=[make_gateway_secret("sms")])


def call_report_address() -> str:
    """Return where the caller reports what was pressed; it signs what it posts."""
    return settings.PUBLIC_ADDRESS + reverse("call_report")


def write_telegram_address() -> str:
    """Return where Telegram posts updates; a header holds the secret."""
    return settings.PUBLIC_ADDRESS + reverse("telegram_updates")


def write_line_address() -> str:
    """Return where LINE posts events, signed."""
    return settings.PUBLIC_ADDRESS + reverse("line_events")


def write_zalo_address() -> str:
    """Return where Zalo posts events, signed."""
    return settings.PUBLIC_ADDRESS + reverse("zalo_events")


def write_wecom_address() -> str:
    """Return where WeCom posts messages, encrypted and signed."""
    return settings.PUBLIC_ADDRESS + reverse("wecom_messages")
