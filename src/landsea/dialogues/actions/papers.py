"""Lays papers before the parties, each version kept; asks them in writing and takes their answers."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.files.storage import Stored
from landsea.base.refusal import Refused
from landsea.dialogues.access import find_rights_needed
from landsea.dialogues.actions.convene import lock_dialogue
from landsea.dialogues.models import Consultation, ConsultationAnswer, Paper, PaperFile, PaperVersion
from landsea.dialogues.stream import name_stream
from landsea_core.agenda import Position

Files = Sequence[Stored]


def lay_paper(
    actor: Actor, dialogue_id: int, title: str, body: str, *, now: datetime, language: str = "", files: Files = ()
) -> Paper:
    """Lay a paper before the parties, in words, as files, or both; whoever sits at the dialogue and speaks may."""
    if not title.strip() or not (body.strip() or files):
        raise Refused("empty", gettext("Give the paper a title, and words or a file."))
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        rights = find_rights_needed(actor, dialogue, "lays_papers")
        paper = Paper.objects.create(
            dialogue=dialogue, title=title.strip()[:200], country=rights.country, created_at=now
        )
        _add_version(paper, actor, body, now, language=language, files=files)
        append_entry(
            stream=name_stream(dialogue.pk), act="lay_paper", actor=actor.label, at=now, facts={"paper": paper.pk}
        )
    return paper


def add_version(
    actor: Actor,
    paper_id: int,
    body: str,
    what_changed: str,
    *,
    now: datetime,
    language: str = "",
    files: Files = (),
) -> PaperVersion:
    """Add a version to a paper of one's own country, or as the secretariat; says what changed."""
    if not (body.strip() or files) or not what_changed.strip():
        raise Refused("empty", gettext("Write the new words or add a file, and say in a line what changed."))
    with transaction.atomic():
        paper = Paper.objects.get(pk=paper_id)
        dialogue = lock_dialogue(paper.dialogue_id)
        rights = find_rights_needed(actor, dialogue, "sees")
        if not (rights.convenes or (rights.country and rights.country == paper.country)):
            raise PermissionDenied
        version = _add_version(paper, actor, body, now, language=language, what_changed=what_changed, files=files)
        append_entry(
            stream=name_stream(dialogue.pk),
            act="add_version",
            actor=actor.label,
            at=now,
            facts={"paper": paper.pk, "version": version.number},
        )
    return version


def _add_version(
    paper, actor, body: str, now: datetime, *, language: str, what_changed: str = "", files: Files
) -> PaperVersion:
    last = paper.versions.aggregate(last=Max("number"))["last"] or 0
    version = PaperVersion.objects.create(
        paper=paper,
        number=last + 1,
        body=body.strip(),
        language=language,
        what_changed=what_changed.strip()[:300],
        by_id=actor.user_id,
        at=now,
    )
    PaperFile.objects.bulk_create(PaperFile(version=version, created_at=now, **vars(file)) for file in files)
    return version


def consult_parties(
    actor: Actor, dialogue_id: int, question: str, closes_at: datetime, *, now: datetime
) -> Consultation:
    """Put a question to all parties in writing, until `closes_at` (aware)."""
    if not question.strip():
        raise Refused("empty", gettext("Write the question, as one to which a country can agree or object."))
    if closes_at <= now:
        raise Refused("in_the_past", gettext("This time has passed already. Choose a later one."))
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        find_rights_needed(actor, dialogue, "writes")
        asked = Consultation.objects.create(
            dialogue=dialogue, question=question.strip(), opened_at=now, closes_at=closes_at, opened_by_id=actor.user_id
        )
        append_entry(
            stream=name_stream(dialogue.pk), act="consult", actor=actor.label, at=now, facts={"consultation": asked.pk}
        )
    return asked


def answer_consultation(
    actor: Actor, consultation_id: int, position: str, comment: str, *, now: datetime
) -> ConsultationAnswer:
    """Answer for one's country; the last answer before the end counts. An objection says why."""
    if position not in [one.value for one in Position]:
        raise Refused("no_position", gettext("Say whether your country agrees."))
    if position == Position.OBJECTS and not comment.strip():
        raise Refused("no_comment", gettext("Say what your country objects to, so that the others can meet it."))
    with transaction.atomic():
        asked = Consultation.objects.get(pk=consultation_id)
        dialogue = lock_dialogue(asked.dialogue_id)
        rights = find_rights_needed(actor, dialogue, "country")
        if now >= asked.closes_at:
            raise Refused(
                "closed", gettext("This consultation has ended. Write to the coordinator if something is wrong.")
            )
        answer, _new = ConsultationAnswer.objects.update_or_create(
            consultation=asked,
            country=rights.country,
            defaults={"position": position, "comment": comment.strip()[:2000], "by_id": actor.user_id, "at": now},
        )
        append_entry(
            stream=name_stream(dialogue.pk),
            act="answer_consultation",
            actor=actor.label,
            at=now,
            facts={"consultation": asked.pk, "country": rights.country, "position": position},
        )
    return answer
