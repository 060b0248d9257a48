"""What lies on the table of a dialogue: agenda, papers, consultations, lines of the minutes."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.dialogues.access.dialogues import find_rights
from landsea.dialogues.models import (
    AgendaItem,
    Consultation,
    Dialogue,
    MinuteLine,
    Paper,
    PaperFile,
)
from landsea_core.agenda import SIDES


def list_agenda(dialogue: Dialogue) -> QuerySet[AgendaItem]:
    """Return the agenda in its order."""
    return (
        AgendaItem.objects.filter(dialogue=dialogue).select_related("barrier", "case__place").order_by("position", "pk")
    )


def list_accepted_sides(dialogue: Dialogue) -> list[str]:
    """Return the sides whose chair accepted the agenda as it is now."""
    accepted = set(dialogue.acceptances.filter(version=dialogue.agenda_version).values_list("side", flat=True))
    return [side for side in SIDES if side in accepted]


def is_agenda_agreed(dialogue: Dialogue) -> bool:
    """True when both sides accepted the agenda as it is now, and there is one."""
    return dialogue.agenda_version > 0 and len(list_accepted_sides(dialogue)) == len(SIDES)


def list_papers(actor: Actor, dialogue: Dialogue) -> QuerySet[Paper]:
    """Return the papers with their versions, for those who sit at the dialogue; none for others."""
    if not find_rights(actor, dialogue).sees:
        return Paper.objects.none()
    return (
        Paper.objects.filter(dialogue=dialogue)
        .prefetch_related("versions__by", "versions__files")
        .order_by("created_at", "pk")
    )


def find_paper_file(actor: Actor, dialogue: Dialogue, file_id: int) -> PaperFile:
    """Return a file of a paper, for those who sit at its dialogue; Http404 for others and for other files."""
    found = PaperFile.objects.filter(pk=file_id, version__paper__dialogue=dialogue).first()
    if found is None or not find_rights(actor, dialogue).sees:
        raise Http404
    return found


def find_paper(actor: Actor, dialogue: Dialogue, paper_id: int) -> Paper:
    """Return a paper of this dialogue that the actor may add a version to: one of the actor's own country, or any to whoever
    convenes. Raises Http404 for another dialogue's, PermissionDenied for another country's.
    """
    found = Paper.objects.filter(dialogue=dialogue, pk=paper_id).first()
    if found is None:
        raise Http404
    rights = find_rights(actor, dialogue)
    if not (rights.convenes or (rights.country and rights.country == found.country)):
        raise PermissionDenied
    return found


def find_consultation(dialogue: Dialogue, consultation_id: int) -> Consultation:
    """Return a consultation of this very dialogue; raises Http404."""
    found = Consultation.objects.filter(dialogue=dialogue, pk=consultation_id).first()
    if found is None:
        raise Http404
    return found


def find_line(dialogue: Dialogue, line_id: int) -> MinuteLine:
    """Return a line of this very dialogue's minutes; raises Http404."""
    found = MinuteLine.objects.filter(dialogue=dialogue, pk=line_id).first()
    if found is None:
        raise Http404
    return found


def list_consultations(actor: Actor, dialogue: Dialogue) -> QuerySet[Consultation]:
    """Return the consultations in writing, for those who sit at the dialogue; none for others."""
    if not find_rights(actor, dialogue).sees:
        return Consultation.objects.none()
    return Consultation.objects.filter(dialogue=dialogue).prefetch_related("answers").order_by("-opened_at", "-pk")


def list_lines(actor: Actor, dialogue: Dialogue) -> list[MinuteLine]:
    """Return the lines of minutes: all to those who sit at the dialogue, to others the decisions agreed by both sides."""
    found = MinuteLine.objects.filter(dialogue=dialogue).select_related(
        "action__owner__office", "action__barrier", "corrects", "dialogue"
    )
    if not find_rights(actor, dialogue).sees:
        found = found.filter(kind="decision", china_agreed_at__isnull=False, asean_agreed_at__isnull=False)
    return list(found.order_by("position"))
