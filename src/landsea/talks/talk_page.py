"""What the page of a talk shows to one side: what is offered or agreed, on both clocks, and what can be done now."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import get_language

from landsea.base.ui.countries import name_country
from landsea.cases.models import Case
from landsea.cases.presenters import name_desk_place
from landsea.talks.access import open_talk_of
from landsea.talks.act_forms import TALK_FORMS, TalkForm
from landsea.talks.actions.arrange import FARTHEST
from landsea.talks.both_clocks import BothClocks, find_clocks, list_days_off_ahead, list_times_to_offer, list_warnings
from landsea.talks.models import Talk, TalkState
from landsea_core.caseflow import Side


@dataclass(frozen=True)
class ShownTime:
    """A time to choose: the instant as forms send it, and why it is not good for one side or the other."""

    at: datetime
    value: str
    warnings: tuple[str, ...] = ()
    is_chosen: bool = False


@dataclass(frozen=True)
class ShownTalk:
    """A talk as one side sees it. `is_begun`: what was said can be written; `mine`: this side offered and waits."""

    talk: Talk
    times: tuple[ShownTime, ...]
    mine: bool
    is_begun: bool

    @property
    def call_address(self) -> str:
        """Where both meet, when that is an address to follow; empty for a number, or words."""
        link = self.talk.call_link
        return link if link.startswith(("https://", "http://")) and " " not in link else ""


def make_talk_context(case: Case, side: Side, now: datetime, typed: Mapping[str, TalkForm] | None = None) -> dict:
    """Return the context of talks/talk.html for one side at `now` (aware); `typed` are forms that come back as they were
    typed, by their act.
    """
    language, clocks, talk = get_language() or "en", find_clocks(case), open_talk_of(case)
    typed = typed or {}
    forms = {act: typed.get(act) or form() for act, form in TALK_FORMS.items()}
    chosen = set(typed["offer"].data.getlist("times")) if "offer" in typed else set()
    suggested = {at.astimezone(UTC) for at in list_times_to_offer(clocks, side, 30, now)}
    zone, place = find_other_clock(case, clocks, side, language)
    return {
        "case": case,
        "shown": shape_talk(talk, clocks, side, now, language) if talk else None,
        "suggested": [
            ShownTime(at, at.isoformat(), (), at.isoformat() in chosen)
            for at in sorted(suggested | _still_chosen(chosen, now))
        ],
        "days_off": list_days_off_ahead(clocks, now, language),
        "forms": forms,
        "other_zone": zone,
        "other_place": place,
        "key": uuid.uuid4().hex,
        "now": now,
        "has_template": bool(settings.CALL_LINK),
    }


def shape_talk(talk: Talk, clocks: BothClocks, side: Side, now: datetime, language: str) -> ShownTalk:
    """Return a talk as this side sees it; times that have passed are left out."""
    times = tuple(
        ShownTime(at, at.astimezone(UTC).isoformat(), tuple(list_warnings(clocks, at, talk.minutes, language)))
        for at in talk.times
        if at > now or talk.state == TalkState.AGREED
    )
    begun = talk.state == TalkState.AGREED and talk.starts_at is not None and talk.starts_at <= now
    return ShownTalk(talk, times, talk.offered_by == side.value, begun)


def find_other_clock(case: Case, clocks: BothClocks, side: Side, language: str) -> tuple[ZoneInfo, str]:
    """Return zone and place of the other side's clock."""
    desk_zone, filer_zone = clocks.zones
    if side is Side.FILER:
        return desk_zone, name_desk_place(case.desk)
    return filer_zone, name_country(clocks.filer_country, language)


def _still_chosen(chosen: set[str], now: datetime) -> set[datetime]:
    """Return what was ticked before a refusal, so that it comes back ticked; what is no time is left out."""
    found = set()
    for text in list(chosen)[:20]:
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            continue
        if at.tzinfo is not None and now < at <= now + FARTHEST:
            found.add(at.astimezone(UTC))
    return found
