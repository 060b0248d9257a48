"""The parts that a visitor of the demonstration can try by one press: who plays each, and what to try first."""

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
class Part:
    """A part: what it is called in addresses and on the page, who plays it (nobody: whoever has a case's link), and what to
    try first.
    """

    code: str
    words: Promise
    email: str
    first: Promise


PARTS = (
    Part(FILER, _("somebody with a case"), "", _("Open the mailbox of a case: read what the desk says, and reply.")),
    Part(
        "holder",
        _("holder of a desk"),
        "holder@plant.cn-mohan-quarantine.example.org",
        _("Take the first case of your list and answer it."),
    ),
    Part(
        "deputy",
        _("deputy at a desk"),
        "deputy@clearance.la-boten-customs.example.org",
        _("See which cases became yours because the desk kept silent."),
    ),
    Part(
        "head",
        _("head of an office"),
        "head@cn-mohan-quarantine.example.org",
        _("See what is late at the desks of your office, and who stands in for whom."),
    ),
    Part(
        "clerk", _("clerk of an association"), "clerk@vn-vcci.example.org", _("File a case for a member and follow it.")
    ),
    Part(
        "observer",
        _("observer"),
        "observer@la-embassy-beijing.example.org",
        _("Read the page of your country, and put a line on the agenda of a dialogue."),
    ),
    Part(
        "coordinator",
        _("coordinator"),
        "holder@coordinator.mechanism.example.org",
        _("Look at the board: what nobody answers, and which troubles are shared by many."),
    ),
    Part(
        "secretariat",
        _("head of the secretariat"),
        "head@mechanism.example.org",
        _("See the cases that neither a desk nor the coordinator answered."),
    ),
    Part(
        "editor",
        _("editor of facts"),
        "editor@landsea.example.org",
        _("Change a rule; it is published when a second editor agrees."),
    ),
    Part("operator", _("operator"), "operator@landsea.example.org", _("See which mails went out and which wait.")),
)


@dataclass(frozen=True)
class PlayedPart:
    """A part as the page offers it: with the name of who plays it and of their desk or office, in the reader's language."""

    part: Part
    name: str
    unit: str


def played_parts(language: str) -> list[PlayedPart]:
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


def find_player(code: str) -> User | None:
    """Return the invented person who plays a part; None where nobody does. Never anybody real."""
    emails = [part.email for part in PARTS if part.code == code and part.email]
    return User.objects.filter(email__in=emails, is_demo=True, is_active=True).first()


def find_mailbox() -> tuple[str, str] | None:
    """Return the secret of an invented case's mailbox and the language it was filed in: the newest that is under way."""
    links = FilerLink.objects.filter(case__is_demo=True, case__closed_at=None, revoked_at=None).select_related("case")
    newest = links.exclude(case__step="admit").order_by("-case__filed_at", "-pk").first()
    return (MAILBOX_LINKS.secret_of(newest.nonce), newest.case.language) if newest else None
