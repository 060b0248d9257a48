"""Background work of the accounts."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.accounts.actions.invite import INVITE_ON_REQUEST
from landsea.accounts.adapter import AccountAdapter
from landsea.accounts.models import User


@app.task(name="accounts.send_reset_link")
def send_reset_link(user_id: int) -> None:
    """Queue the mail with a link to a new password, or to the first one for somebody who was invited and never came; 0 is
    nobody, for whom the page ordered the same.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is not None and not user.has_usable_password():
        for invite in INVITE_ON_REQUEST:
            invite(user.pk, timezone.now())
    elif user is not None:
        AccountAdapter().send_mail("account/email/password_reset_key", user.email, {"user": user})
