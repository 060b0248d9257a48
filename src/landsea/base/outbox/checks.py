"""What `landsea check` says of the settings of mails: a password that whoever listens can read."""

from typing import Any

from django.core.checks import Tags, Warning, register

from landsea.base.outbox import access


@register(Tags.security)
def check_mail_passwords(**_facts: Any) -> list[Warning]:
    """Warn where a password goes to another machine without TLS: for sending mails, for the box they are taken from."""
    found = []
    if access.is_password_readable():
        said = "LANDSEA_SMTP_TLS is not set: the password for LANDSEA_SMTP_HOST crosses the line readable."
        hint = "Set it to yes (STARTTLS, mostly port 587) or implicit (mostly port 465)."
        found.append(Warning(said, hint=hint, id="landsea.W003"))
    if access.is_box_password_readable():
        said = "LANDSEA_IMAP_TLS is no: the password for LANDSEA_IMAP_HOST crosses the line readable."
        found.append(Warning(said, hint="Leave it unset, and the box is asked with TLS.", id="landsea.W004"))
    return found
