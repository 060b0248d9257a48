"""Writes a message without moving the case: to all sides, among offices, or a note to one's own desk."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.access import Need, answers_by_link
from landsea.cases.actions.attach import attach_files
from landsea.cases.actions.office import needs_words
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer, tell_office
from landsea.directory import access as directory_access
from landsea_core.caseflow import MessageKind, Side


def write_message(actor, ref: str, kind: str, body: str, *, now, key: str = "", files=(), language: str = "") -> Case:
    """Write as an office. A consulted desk writes among offices or to itself; only the accountable side to all."""
    with open_act(actor, ref, "message", now=now, need=Need.OFFICE_SIDE, key=key) as work:
        if work.side is Side.FILER:
            raise PermissionDenied
        body = needs_words(body)
        try:
            kind = MessageKind(kind)
        except ValueError:
            raise Refused("no_kind", gettext("Choose who shall read it.")) from None
        accountable = work.case.desk_id in actor.desks or answers_by_link(actor, work.case)
        if kind is MessageKind.INTERNAL and answers_by_link(actor, work.case):
            raise Refused("no_kind", gettext("Choose who shall read it."))
        if kind is MessageKind.ALL and not actor.is_coordinator and not accountable:
            raise Refused("offices_only", gettext("You are consulted on this case: write to the offices."))
        message = work.write(kind, body, language=language)
        attach_files(work, list(files), kind=kind, message=message)
        work.facts["kind"] = kind.value
        if kind is MessageKind.ALL:
            tell_filer(work, "case_message")
        if kind is not MessageKind.INTERNAL:
            _tell_other_desks(work)
    return work.case


def _tell_other_desks(work) -> None:
    desks = {work.case.desk_id, *work.beside.consulted} - work.actor.desks
    for desk_id in sorted(desks):
        desk = work.case.desk if desk_id == work.case.desk_id else directory_access.find_kept_desk(desk_id)
        tell_office(work, "case_message_office", desk=desk)
