"""Reads of the mailroom for people. The words of a mail are for coordinators; operators see counts and states, never a word."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case
from landsea.mailroom.actions.sort import mail_house
from landsea.mailroom.models import InboundMail, MailChoice, MailState
from landsea_core.mailtext import MailReading, read_mail

PAGE = 25
SHOWN = (MailState.HELD, MailState.ASIDE, MailState.DONE, MailState.DISCARDED)


def list_mails(actor: Actor, state: str = MailState.HELD, *, before: int | None = None) -> QuerySet[InboundMail]:
    """Return mails in a state, newest first, without their bytes. Raises PermissionDenied for all but coordinators."""
    if not actor.is_coordinator:
        raise PermissionDenied
    found = InboundMail.objects.filter(state=state).defer("raw").select_related("case").order_by("-id")
    return found.filter(pk__lt=before) if before else found


def find_mail(actor: Actor, mail_id: int) -> InboundMail:
    """Return one mail. Raises PermissionDenied for all but coordinators, Http404 where there is none."""
    if not actor.is_coordinator:
        raise PermissionDenied
    mail = InboundMail.objects.filter(pk=mail_id).select_related("case", "handled_by").first()
    if mail is None:
        raise Http404
    return mail


def count_held() -> int:
    """Return how many mails wait for a person."""
    return InboundMail.objects.filter(state=MailState.HELD).count()


def count_by_state() -> dict[str, int]:
    """Return how many mails are in each state, for operators."""
    rows = InboundMail.objects.values_list("state").annotate(n=Count("pk"))
    return dict(Counter(dict(rows)))


@dataclass(frozen=True)
class Guess:
    """A case to which a held mail may belong, and how that was found: address, answered, number, sender."""

    case: Case
    by: str


class ReadAgain:
    """A held mail read again for its page: by today's reader, with what it may belong to."""

    def __init__(self, mail: InboundMail):
        self.mail = mail

    @cached_property
    def reading(self) -> MailReading:
        """What the reader says of it."""
        return read_mail(bytes(self.mail.raw), mail_house())

    def guesses(self, actor: Actor) -> list[Guess]:
        """Return the cases it may belong to, the likeliest first; nothing here is done by itself."""
        from landsea.mailroom.guesses import guess_ids

        ids = guess_ids(self.mail, self.reading)
        cases = {case.pk: case for case in list_visible_cases(actor).filter(pk__in=ids).select_related("desk", "place")}
        return [Guess(cases[pk], by) for pk, by in ids.items() if pk in cases]


def find_choice(actor: Actor) -> MailChoice | None:
    """Return what somebody chose about mails, or None."""
    return MailChoice.objects.filter(user=actor.user_id).first()
