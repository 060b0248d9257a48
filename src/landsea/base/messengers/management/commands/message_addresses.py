"""landsea message-addresses: prints the addresses that gateways and messengers are to be told, secrets and all."""

from typing import Any

from django.core.management.base import BaseCommand

from landsea.base.messengers import gateway_links


class Command(BaseCommand):
    """Prints; asks nobody and changes nothing."""

    help = "Print the addresses that gateways and messengers post to. Some hold a secret."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one address a line."""
        self.stdout.write(f"SMS reports   {gateway_links.write_sms_report_address()}")
        self.stdout.write(f"SMS replies   {gateway_links.write_sms_reply_address()}")
        self.stdout.write(f"Call reports  {gateway_links.call_report_address()}")
        self.stdout.write(f"Telegram      {gateway_links.write_telegram_address()}")
        self.stdout.write(f"LINE          {gateway_links.write_line_address()}")
        self.stdout.write(f"Zalo          {gateway_links.write_zalo_address()}")
        self.stdout.write(f"WeCom         {gateway_links.write_wecom_address()}")
