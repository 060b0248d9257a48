"""The filer's four moves: confirm, dispute, withdraw, reopen. Each with optional or needed words, seen by all sides."""

from django.utils.translation import gettext

from landsea.cases.access import Need
from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import needs_words
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_office
from landsea_core.caseflow import Act, MessageKind, Side


def confirm_outcome(actor, ref: str, body: str = "", *, now, key: str = "", seen_version=None) -> Case:
    """Confirm the proposed outcome; the case closes with it."""
    return _make_filer_move(actor, ref, Act.CONFIRM, body, now=now, key=key, seen_version=seen_version)


def dispute_outcome(actor, ref: str, body: str, *, now, key: str = "", seen_version=None) -> Case:
    """Dispute the proposed outcome; the clock of the solution begins again."""
    body = needs_words(body, gettext("Say what is not solved, so that the desk can go on."))
    return _make_filer_move(actor, ref, Act.DISPUTE, body, now=now, key=key, seen_version=seen_version)


def withdraw_case(actor, ref: str, body: str = "", *, now, key: str = "", seen_version=None) -> Case:
    """Withdraw the case; it can be reopened for 30 days."""
    return _make_filer_move(actor, ref, Act.WITHDRAW, body, now=now, key=key, seen_version=seen_version)


def reopen_case(actor, ref: str, body: str, *, now, key: str = "", seen_version=None) -> Case:
    """Reopen within 30 days of closing; its desk takes it up again."""
    body = needs_words(body, gettext("Say why the case has to be opened again."))
    return _make_filer_move(actor, ref, Act.REOPEN, body, now=now, key=key, seen_version=seen_version)


def _make_filer_move(actor, ref: str, act: Act, body: str, *, now, key: str, seen_version) -> Case:
    with open_act(actor, ref, act.value, now=now, need=Need.FILE_SIDE, key=key, seen_version=seen_version) as work:
        work.side = Side.FILER
        make_move(work, act)
        if body.strip():
            work.write(MessageKind.ALL, body.strip(), language=work.case.language)
        tell_office(work, f"case_{act.value}_by_filer")
    return work.case
