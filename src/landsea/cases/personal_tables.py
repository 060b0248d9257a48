"""What this room keeps about people: who filed, what they wrote and sent, who answered, who opened a name."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows, write_over
from landsea.cases.actions.erase_case import erase_filers
from landsea.cases.actions.redact import BLACKED_OUT

STILL_NAMED = ~Q(case__title=BLACKED_OUT, name="", party="", email="", phone="")
"""Cases of which something is left to be erased."""

TABLES = (
    PersonalTable(
        kind="filers",
        model="cases.FilerIdentity",
        name=_("Who filed a case"),
        why=_("so that the desk can write to you, and others know only what you chose"),
        shown=("case__ref", "name", "party", "email", "phone"),
        by_address=("email",),
        by_case=("case",),
        only=STILL_NAMED & Q(case__association=None),
        corrected=("name", "phone"),
        erase=erase_filers,
        stays=_(
            "The case stays without you: its number, subject, places, days and outcome, what offices wrote, and the record of "
            "what was done. The mechanism must account for every case that it took."
        ),
        since="case__closed_at",
        country="case__filer_country",
    ),
    PersonalTable(
        kind="chamber_filers",
        model="cases.FilerIdentity",
        name=_("Who filed a case for a member of a chamber"),
        why=_("so that the desk can write to you, and others know only what you chose"),
        shown=("case__ref", "name", "party", "email", "phone"),
        by_case=("case",),
        only=STILL_NAMED & Q(case__association__isnull=False),
        corrected=("name", "phone"),
        erase=erase_filers,
        stays=_(
            "The case stays without you, as every case. By an address alone it is not erased: it is the chamber's."
        ),
        since="case__closed_at",
        country="case__filer_country",
    ),
    PersonalTable(
        kind="cases",
        model="cases.Case",
        name=_("Cases"),
        why=_("so that a desk can solve the problem"),
        shown=("ref", "title", "text", "filed_at", "place_text", "goods", "filer_country", "outcome", "closed_at"),
        by_user=("filed_by",),
        by_address=("identity__email",),
        by_case=("pk",),
        stays=_("They are emptied together with who filed them. A case that a chamber filed is the chamber's."),
    ),
    PersonalTable(
        kind="messages",
        model="cases.Message",
        name=_("Messages of cases"),
        why=_("so that both sides can read what was said"),
        shown=("case__ref", "side", "body", "created_at"),
        by_user=("author",),
        by_address=("case__identity__email",),
        by_case=("case",),
        only=Q(kind="all"),
        stays=_("A filer's messages are emptied with the case. What an office wrote is the office's and stays."),
    ),
    PersonalTable(
        kind="papers",
        model="cases.CaseFile",
        name=_("Papers of cases"),
        why=_("so that both sides can read them"),
        shown=("case__ref", "side", "name", "media_type", "size", "created_at"),
        by_address=("case__identity__email",),
        by_case=("case",),
        only=Q(kind="all", redacted_at=None),
        stays=_("A filer's papers are erased with the case. What an office sent is the office's and stays."),
        files=True,
    ),
    PersonalTable(
        kind="members",
        model="cases.AssociationMember",
        name=_("Member of a chamber or association"),
        why=_("so that it can file for you"),
        shown=("association__code", "party", "country", "contact_name", "email", "phone", "language", "left_at"),
        by_address=("email",),
        corrected=("phone", "language"),
        erase=write_over(contact_name="", email="", phone=""),
        only=~Q(contact_name="", email="", phone=""),
        stays=_("The firm's name stays as long as the chamber keeps it in its register: ask the chamber."),
        since="left_at",
        country="country",
    ),
    PersonalTable(
        kind="bulk_filings",
        model="cases.BulkFiling",
        name=_("Spreadsheets of cases that you sent"),
        why=_("so that you can look at them before they are filed"),
        shown=("name", "created_at", "filed_at"),
        by_user=("by",),
        erase=delete_rows,
        since="created_at",
    ),
    PersonalTable(
        kind="answers_seen",
        model="cases.AnswersSeen",
        name=_("Up to when you have seen answers for your association"),
        why=_("so that your first page shows what came since"),
        shown=("association__code", "until"),
        by_user=("user",),
        erase=delete_rows,
    ),
    PersonalTable(
        kind="names_opened",
        model="cases.NameOpening",
        name=_("Names of filers that you opened"),
        why=_("so that a filer can read who looked, and why"),
        shown=("case__ref", "why", "at"),
        by_user=("user",),
        stays=_("They stay, by the number of your account: a filer may ask who looked."),
    ),
    PersonalTable(
        kind="answer_links",
        model="cases.AnswerLink",
        name=_("Links by which you answer a case for a desk"),
        why=_("so that a desk without an account can answer"),
        shown=("case__ref", "address", "created_at", "last_used_at", "revoked_at"),
        by_address=("address",),
        erase=delete_rows,
        since="case__closed_at",
        country="case__country",
    ),
)
