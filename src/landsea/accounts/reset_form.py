"""Asking for a new password: the page does the same for an address with an account and for one without.

It orders one job in either case; who gets a mail is looked up there. So neither what the page says nor how long it takes tells
a stranger who has an account.
"""

from allauth.account.adapter import get_adapter
from allauth.account.forms import ResetPasswordForm
from django.db import transaction
from django.http import HttpRequest

from landsea.accounts.models import User
from landsea.base.jobs.waking import order_task


class ResetForm(ResetPasswordForm):
    """Asks for an address."""

    def clean_email(self) -> str:
        """Look for nobody yet."""
        cleaned: str = get_adapter().clean_email(self.cleaned_data["email"].strip().lower())
        return cleaned

    def save(self, request: HttpRequest, **_more: object) -> str:
        """Order the mail: with the number of the account and not its address, 0 for none."""
        address: str = self.cleaned_data["email"]
        with transaction.atomic():
            found = User.objects.filter(email=address, is_active=True).values_list("pk", flat=True).first()
            order_task("accounts.send_reset_link", user_id=found or 0)
        return address
