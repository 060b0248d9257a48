"""Begins an experience: from a solved case, with what the platform found masked already; or written directly."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases import access as cases_access
from landsea.experiences.actions.editing import append_act, require_coordinator
from landsea.experiences.actions.word import put_wording
from landsea.experiences.check import list_known_names
from landsea.experiences.models import Experience, Kind, State
from landsea_core.anonymise import find_mentions, mask_mentions
from landsea_core.caseflow import MessageKind


@dataclass(frozen=True)
class About:
    """What an experience is about; codes may be empty."""

    topic: str = ""
    matter: str = ""
    country: str = ""
    hs: str = ""
    measures: tuple[str, ...] = ()


def begin_from_case(actor: Actor, ref: str, now: datetime) -> Experience:
    """Begin a draft from a closed case that the coordinator sees; the one that was begun before, if there is one.

    The filer's words and the office's last answer stand in it with everything masked that was found, sure or not.
    """
    require_coordinator(actor)
    with transaction.atomic():
        case = cases_access.find_case(actor, ref, lock=True)
        before = Experience.objects.filter(case=case).exclude(state=State.WITHDRAWN).first()
        if before:
            return before
        if case.closed_at is None or not case.outcome:
            raise Refused("not_closed", gettext("The case is not closed yet: wait for its outcome, then share it."))
        experience = Experience.objects.create(
            kind=Kind.SOLVED,
            case=case,
            language=case.language,
            topic=case.topic,
            matter=case.matter,
            country=case.country,
            hs=case.hs,
            created_at=now,
            is_demo=case.is_demo,
        )
        known = list_known_names(experience)
        said = (
            cases_access.list_messages(actor, case).filter(kind=MessageKind.ALL, side="office").order_by("-pk").first()
        )
        texts = [
            mask_mentions(text, find_mentions(text, known))
            for text in (case.title, case.text, said.body if said else "")
        ]
        put_wording(experience, case.language, *texts, now=now)
        append_act(experience, "begin_from_case", actor.label, now, first=True)
    return experience


def begin_experience(
    actor: Actor, kind: str, language: str, about: About, now: datetime, *, is_demo: bool = False
) -> Experience:
    """Begin a practice or a guide; its words are written next."""
    require_coordinator(actor)
    if kind not in (Kind.PRACTICE, Kind.GUIDE):
        raise Refused("not_a_kind", gettext("Choose whether it is a good practice or a guide."))
    with transaction.atomic():
        experience = Experience.objects.create(
            kind=kind,
            language=language,
            created_at=now,
            is_demo=is_demo,
            topic=about.topic,
            matter=about.matter,
            country=about.country,
            hs=about.hs,
            measures=list(about.measures),
        )
        append_act(experience, "begin", actor.label, now, first=True)
    return experience
