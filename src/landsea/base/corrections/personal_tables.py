"""What this room keeps about people: who said that something is wrong."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, write_over

TABLES = (
    PersonalTable(
        kind="corrections",
        model="corrections.Correction",
        name=_("What you said is wrong"),
        why=_("so that an editor can ask back and tell you what became of it"),
        shown=("about_kind", "about_key", "text", "email", "suggested_at", "settled_at", "result", "reply"),
        by_user=("by",),
        by_address=("email",),
        erase=write_over(email="", by=None, sender=""),
        only=~Q(email="", by=None, sender=""),
        stays=_("What you said stays without you: others rely on what was put right by it."),
        since="settled_at",
    ),
)
