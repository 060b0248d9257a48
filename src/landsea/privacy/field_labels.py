"""The fields of what is kept, in plain words, and their values as a page shows them."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from landsea.directory.models.names import name_in

LABELS = {
    "about_key": pgettext_lazy("subject", "about"),
    "about_kind": gettext_lazy("kind"),
    "act": gettext_lazy("what was done"),
    "address": gettext_lazy("address"),
    "answer": gettext_lazy("answer"),
    "answered_at": gettext_lazy("answered"),
    "asked_at": gettext_lazy("asked"),
    "association__code": gettext_lazy("chamber or association"),
    "at": gettext_lazy("when"),
    "body": gettext_lazy("words"),
    "case__ref": gettext_lazy("case"),
    "channel": gettext_lazy("by"),
    "contact_name": gettext_lazy("name"),
    "country": gettext_lazy("country"),
    "created_at": gettext_lazy("since"),
    "email": gettext_lazy("e-mail address"),
    "ended_at": gettext_lazy("ended"),
    "expires_at": gettext_lazy("holds until"),
    "filed_at": gettext_lazy("filed"),
    "filer_country": gettext_lazy("your country"),
    "firm": gettext_lazy("firm"),
    "language": gettext_lazy("language"),
    "last_used_at": gettext_lazy("last used"),
    "listing__titles": gettext_lazy("entry"),
    "message": gettext_lazy("words"),
    "name": gettext_lazy("name"),
    "outcome": gettext_lazy("outcome"),
    "party": gettext_lazy("firm"),
    "phone": gettext_lazy("telephone"),
    "duty_phone": gettext_lazy("telephone on duty"),
    "received_at": gettext_lazy("came in"),
    "ref": gettext_lazy("case"),
    "remote": gettext_lazy("your account there"),
    "role": gettext_lazy("part"),
    "side": gettext_lazy("written by"),
    "size": gettext_lazy("size in bytes"),
    "starts_at": gettext_lazy("from"),
    "ends_at": gettext_lazy("until"),
    "state": gettext_lazy("state"),
    "subject": gettext_lazy("subject"),
    "template": gettext_lazy("kind of mail"),
    "text": gettext_lazy("words"),
    "time_zone": gettext_lazy("clock"),
    "title": gettext_lazy("subject"),
    "tried_at": gettext_lazy("called"),
    "way": gettext_lazy("by"),
    "why": gettext_lazy("why"),
}
LONGEST = 300


def name_field(field: str) -> str:
    """Return what a field is called; a field without words by its own name, as the copy has it."""
    return str(LABELS.get(field, field.rpartition("__")[2].replace("_", " ")))


def write_value(value: Any) -> str:
    """Return a value as text, in the reader's language and on the reader's clock; long words are cut, the copy has all."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, dict):
        return name_in(value, get_language() or "en") if all(isinstance(one, str) for one in value.values()) else ""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    words = "" if value is None else str(value)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} …"
