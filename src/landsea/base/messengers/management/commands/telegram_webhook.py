"""landsea telegram-webhook: tells Telegram where to post what people write to our bot, and by which secret."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from landsea.base.messengers.gateway_links import write_telegram_address
from landsea.base.messengers.ways.asking_gateways import NoAnswer
from landsea.base.messengers.ways.telegram import Telegram, set_webhook


class Command(BaseCommand):
    """Calls setWebhook once; to be run again when the public address or the secret key changes."""

    help = "Tell Telegram where to post what people write to our bot."

    def handle(self, *args: Any, **options: Any) -> None:
        """Call setWebhook and print what Telegram says."""
        if not Telegram().is_set_up():
            raise CommandError("Set LANDSEA_TELEGRAM_TOKEN first: docs/operators/messengers.md says how.")
        try:
            self.stdout.write(f"{write_telegram_address()}: {set_webhook()}")
        except NoAnswer as silent:
            raise CommandError(f"Telegram did not answer: {silent.reply}") from None
