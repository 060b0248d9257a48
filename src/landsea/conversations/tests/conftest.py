"""Messengers of this machine."""

from landsea.base.messengers.tests.conftest import gateway, telegram, wecom  # noqa: F401
