"""Messengers of this machine."""

from landsea.base.messengers.tests.conftest import gateway, line, telegram, wecom, zalo  # noqa: F401
