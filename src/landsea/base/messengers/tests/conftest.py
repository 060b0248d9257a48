"""Gateways of this machine, and the settings that point to them."""

import pytest

from landsea.base.messengers.tests.imitation import http_gateway, message_centre
from landsea.base.messengers.ways.wecom import TOKENS


@pytest.fixture
def gateway(settings):
    """An HTTP server that every way is set to."""
    settings.GATEWAYS_MAY_BE_PRIVATE = True
    with http_gateway() as found:
        settings.SMS_URL = settings.CALL_URL = f"{found.address}/send"
        settings.TELEGRAM_API = settings.WECOM_API = found.address
        settings.LINE_API = settings.LINE_DATA_API = settings.ZALO_API = settings.ZALO_OAUTH = found.address
        yield found


@pytest.fixture
def telegram(gateway, settings):
    settings.TELEGRAM_TOKEN, settings.TELEGRAM_BOT = "123:demo", "landsea_demo_bot"
    return gateway


@pytest.fixture
def line(gateway, settings):
    settings.LINE_TOKEN, settings.LINE_SECRET, settings.LINE_ACCOUNT = "line token", "line secret", "@landsea"
    return gateway


@pytest.fixture
def zalo(gateway, settings):
    settings.ZALO_APP, settings.ZALO_APP_SECRET, settings.ZALO_OA_SECRET = "4321", "app secret", "oa secret"
    settings.ZALO_REFRESH_TOKEN = "R0"
    return gateway


@pytest.fixture
def wecom(gateway, settings):
    settings.WECOM_CORP, settings.WECOM_AGENT, settings.WECOM_SECRET = "wwdemo", 1000002, "demo secret"
    settings.WECOM_TOKEN, settings.WECOM_AES_KEY = "demo-token", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
    TOKENS.forget()
    return gateway


@pytest.fixture
def sms(gateway, settings):
    settings.SMS, settings.SMS_TOKEN = "http", "sms-token"
    return gateway


@pytest.fixture
def caller(gateway, settings):
    settings.CALL_SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"
    return gateway


@pytest.fixture
def centre(settings):
    with message_centre() as found:
        settings.SMS, settings.SMPP_HOST, settings.SMPP_PORT = "smpp", "127.0.0.1", found.port
        settings.SMPP_SYSTEM_ID, settings.SMPP_PASSWORD = "landsea", "secret"
        yield found
