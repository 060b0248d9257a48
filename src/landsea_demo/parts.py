"""The parts that a visitor of the demonstration can try by one press: who plays each, and three small tasks to begin with."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from landsea.accounts.models import User
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import FilerLink
from landsea.directory.models import Appointment
from landsea.directory.models.names import name_in

FILER = "filer"


@dataclass(frozen=True)
class Task:
    """Something small to try: what to do, and the name of the page where it is done (empty: where the part begins)."""

    words: Promise
    page: str = ""


@dataclass(frozen=True)
class Part:
    """A part: what it is called in addresses and on the page, who plays it (nobody: whoever has a case's link), and three
    small tasks, the first one first.
    """

    code: str
    words: Promise
    email: str
    tasks: tuple[Task, ...]


PARTS = (
    Part(
        FILER,
        _("somebody with a case"),
        "",
        (
            Task(_("Open the mailbox of a case: read what the desk says, and reply.")),
            Task(_("Describe a trouble in your own words, and see who would answer."), "file_case"),
            Task(_("Put a checklist of papers together for your goods."), "checklist"),
        ),
    ),
    Part(
        "holder",
        _("holder of a desk"),
        "holder@plant.cn-mohan-quarantine.example.org",
        (
            Task(_("Take the first case of your list and answer it."), "queue"),
            Task(_("Say who is reachable at your desk, and when it was last confirmed."), "my_desks"),
            Task(_("Read which rules changed and may answer your cases."), "rule_answers"),
        ),
    ),
    Part(
        "deputy",
        _("deputy at a desk"),
        "deputy@clearance.la-boten-customs.example.org",
        (
            Task(_("See which cases became yours because the desk kept silent."), "queue"),
            Task(_("Write down when you are away, and who stands in."), "leaves"),
            Task(_("See what your desk promised at a dialogue, and by when."), "promises"),
        ),
    ),
    Part(
        "head",
        _("head of an office"),
        "head@cn-mohan-quarantine.example.org",
        (
            Task(_("See what is late at the desks of your office, and who stands in for whom."), "headed_offices"),
            Task(_("Invite somebody to a desk of your office."), "people"),
            Task(_("Compare how long desks take to answer."), "league"),
        ),
    ),
    Part(
        "clerk",
        _("clerk of an association"),
        "clerk@vn-vcci.example.org",
        (
            Task(_("File a case for a member and follow it."), "association_file"),
            Task(_("File several cases at once from a sheet."), "association_bulk"),
            Task(_("Look through the register of members."), "association_members"),
        ),
    ),
    Part(
        "observer",
        _("observer"),
        "observer@la-embassy-beijing.example.org",
        (
            Task(_("Read the page of your country, and put a line on the agenda of a dialogue."), "observed_country"),
            Task(_("See which barriers are open and how many firms have them."), "barriers"),
            Task(_("See which promises were kept, and which are late."), "promises"),
        ),
    ),
    Part(
        "coordinator",
        _("coordinator"),
        "holder@coordinator.mechanism.example.org",
        (
            Task(_("Look at the board: what nobody answers, and which troubles are shared by many."), "board"),
            Task(_("Put cases that are alike together into one barrier."), "barrier_proposals"),
            Task(_("Judge what was read wrongly in the words of cases."), "teaching"),
        ),
    ),
    Part(
        "secretariat",
        _("head of the secretariat"),
        "head@mechanism.example.org",
        (
            Task(_("See the cases that neither a desk nor the coordinator answered.")),
            Task(_("See what is on the agenda of the next dialogue."), "dialogues"),
            Task(_("See what a search for a product finds: rules, cases, barriers, offers."), "search"),
        ),
    ),
    Part(
        "editor",
        _("editor of facts"),
        "editor@landsea.example.org",
        (
            Task(_("Change a rule; it is published when a second editor agrees."), "rule_editing"),
            Task(_("Rule on two figures that cannot both be true."), "contradictions"),
            Task(_("Report that something on the way is closed or slow."), "new_disruption"),
        ),
    ),
    Part(
        "operator",
        _("operator"),
        "operator@landsea.example.org",
        (
            Task(_("See which mails went out and which wait."), "deliveries"),
            Task(_("Read a mail as its reader gets it."), "mail_files"),
            Task(_("See how well the words of cases are read."), "reading_drift"),
        ),
    ),
)


@dataclass(frozen=True)
class PlayedPart:
    """A part as the page offers it: with the name of who plays it and of their desk or office, in the reader's language."""

    part: Part
    name: str
    unit: str


def list_played_parts(language: str) -> list[PlayedPart]:
    """Return the parts that somebody plays here, in their order."""
    emails = [part.email for part in PARTS if part.email]
    found = Appointment.objects.filter(user__email__in=emails, user__is_demo=True).select_related(
        "user", "desk", "office"
    )
    by_email = {one.user.email: one for one in found}
    return [
        _played(part, by_email.get(part.email), language)
        for part in PARTS
        if part.code == FILER or part.email in by_email
    ]


def _played(part: Part, appointment: Appointment | None, language: str) -> PlayedPart:
    if appointment is None:
        return PlayedPart(part, "", "")
    unit = appointment.desk or appointment.office
    return PlayedPart(part, appointment.user.name, name_in(unit.names, language) if unit else "")


def find_task(code: str, number: str) -> Task | None:
    """Return a part's task by its number, counted from 1; None where there is no such task."""
    tasks = next((part.tasks for part in PARTS if part.code == code), ())
    return tasks[int(number) - 1] if number in [str(count) for count in range(1, len(tasks) + 1)] else None


def find_player(code: str) -> User | None:
    """Return the invented person who plays a part; None where nobody does. Never anybody real."""
    emails = [part.email for part in PARTS if part.code == code and part.email]
    return User.objects.filter(email__in=emails, is_demo=True, is_active=True).first()


def find_mailbox() -> tuple[str, str] | None:
    """Return the secret of an invented case's mailbox and the language it was filed in: the newest that is under way."""
    links = FilerLink.objects.filter(case__is_demo=True, case__closed_at=None, revoked_at=None).select_related("case")
    newest = links.exclude(case__step="admit").order_by("-case__filed_at", "-pk").first()
    return (MAILBOX_LINKS.secret_of(newest.nonce), newest.case.language) if newest else None
