"""When the last mail came in, for whoever watches the installation: a time, and nothing of the mail."""

from datetime import datetime

from landsea.mailroom.models import InboundMail


def find_last_mail() -> datetime | None:
    """Return when the newest mail was taken (aware), None where none ever was."""
    return InboundMail.objects.order_by("-pk").values_list("received_at", flat=True).first()
