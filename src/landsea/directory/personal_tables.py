"""What this room keeps about people: contacts, appointments, leave, and who changed what."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows
from landsea.directory.actions.erase_contacts import erase_contacts

TABLES = (
    PersonalTable(
        kind="contacts",
        model="directory.Contact",
        name=_("Where you are reached at a desk"),
        why=_("so that cases and calls of the desk find you"),
        shown=("name", "email", "phone", "duty_phone", "languages", "added_at", "ended_at"),
        by_user=("user",),
        by_address=("email",),
        corrected=("name", "phone"),
        erase=erase_contacts,
        only=~Q(name=""),
        since="ended_at",
        country="desk__office__country",
    ),
    PersonalTable(
        kind="appointments",
        model="directory.Appointment",
        name=_("Your appointments"),
        why=_("your rights follow from them"),
        shown=("role", "starts_at", "ends_at"),
        by_user=("user",),
        stays=_(
            "They stay without your name: who answered for a desk on a day must be known as long as its cases are."
        ),
    ),
    PersonalTable(
        kind="leave",
        model="directory.Leave",
        name=_("Days on which you were away"),
        why=_("so that a deputy stands in"),
        shown=("first_day", "last_day", "note"),
        by_user=("user",),
        erase=delete_rows,
    ),
    PersonalTable(
        kind="account_wishes",
        model="directory.AccountWish",
        name=_("Accounts that were asked for"),
        why=_("so that the coordinator can appoint whom a desk named"),
        shown=("name", "email", "wished_at", "settled_at"),
        by_address=("email",),
        erase=delete_rows,
        since="settled_at",
    ),
    PersonalTable(
        kind="held_sheets",
        model="directory.HeldSheet",
        name=_("Spreadsheets of the directory that you sent"),
        why=_("so that you can look at the difference before it counts"),
        shown=("name", "kind", "read_at", "applied_at"),
        by_user=("by",),
        erase=delete_rows,
        since="read_at",
    ),
    PersonalTable(
        kind="directory_changes",
        model="directory.Change",
        name=_("Changes of the directory that you made"),
        why=_("so that everybody can see who changed what, and why"),
        shown=("kind", "act", "why", "at"),
        by_user=("by",),
        stays=_("They stay, by the number of your account: a directory that others rely on needs its history."),
    ),
)
