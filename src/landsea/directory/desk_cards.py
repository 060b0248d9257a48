"""Desks as cards that anyone may see: names, clock, what they answer for and what to have ready. No person, no address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.base.ui import times
from landsea.base.ui.countries import name_country
from landsea.base.ui.demo_marks import mark_demo
from landsea.base.ui.shapes import DeskCard, Reason, StateKind
from landsea.directory import access, record_presenters
from landsea.directory.answering import find_known_answering
from landsea.directory.competence_sentences import CompetenceNames
from landsea.directory.contact_presenters import describe_freshness
from landsea.directory.display_names import name_desk
from landsea.directory.freshness import find_freshness_of_desks
from landsea.directory.labels import (
    AGAINST,
    name_languages,
    say_reasons,
)
from landsea.directory.models import Desk
from landsea.directory.models.names import name_in
from landsea.directory.reachability import (
    Reachability,
    find_reachability,
    mark_assumed_hours,
    write_reachability_clause,
)
from landsea_core.contacts import Answering, ContactState
from landsea_core.routing import Routing, RoutingReason
from landsea_core.text.traditional import write_in_script

MOST_DESKS = 6
"""Desks that are shown for one question."""
LANGUAGE_OF_COUNTRY = {
    "CN": "zh",
    "VN": "vi",
    "LA": "lo",
    "TH": "th",
    "KH": "km",
    "MM": "my",
    "ID": "id",
    "MY": "ms",
    "BN": "ms",
    "PH": "fil",
}


@dataclass(frozen=True)
class FoundDesk:
    """A desk to be shown, with why it was found. `desk` comes with office, place and competences."""

    desk: Desk
    reasons: tuple[RoutingReason, ...] = ()


def find_answering_desks(routing: Routing) -> tuple[list[FoundDesk], int]:
    """Return the desks that answer a question, the accountable one first, and how many more there are than are shown. A desk
    that was passed over because nobody is reached there is none of them.
    """
    passed_over = {reason.values["desk"] for reason in routing.reasons if reason.code == "skipped_unreachable"}
    reasons = {routing.desk: routing.reasons}
    reasons |= {one.desk: one.reasons for one in routing.matches if one.desk not in {routing.desk, *passed_over}}
    shown = list(reasons)[:MOST_DESKS]
    desks = access.find_desks(shown)
    return [FoundDesk(desks[code], reasons[code]) for code in shown if code in desks], len(reasons) - len(shown)


def make_desk_cards(shown: Sequence[FoundDesk], now: datetime, language: str) -> list[DeskCard]:
    """Return the cards of these desks at `now` (aware), in their order."""
    names = CompetenceNames([row for one in shown for row in one.desk.competences.all()], language)
    desk_ids = [one.desk.pk for one in shown]
    found, trusted, recorded = (
        find_reachability([one.desk for one in shown], now),
        find_freshness_of_desks(desk_ids, now),
        record_presenters.record_sentences(desk_ids, language),
    )
    known = find_known_answering(now)
    sentences = iter(say_reasons([reason for one in shown for reason in one.reasons], language))
    return [
        replace(
            _desk_card(
                one.desk,
                names,
                found[one.desk.pk],
                tuple(Reason(next(sentences), reason.code not in AGAINST) for reason in one.reasons),
                now,
                language,
            ),
            record=recorded.get(one.desk.pk, ""),
            answering=_mark_state(
                _answering_sentence(known.somebody_at.get(one.desk.code, Answering.NOBODY)),
                one.desk.code in known.invented,
            ),
            freshness=_mark_state(
                _freshness_sentence(trusted.get(one.desk.pk), now, language), one.desk.code in known.invented
            ),
        )
        for one in shown
    ]


def write_desk_title(desk: Desk, language: str) -> str:
    """Return the desk and its office in one line."""
    name, office = name_desk(desk, language)
    return name if name == office else _("%(desk)s, %(office)s") % {"desk": name, "office": office}


def name_clock_place(desk: Desk, language: str) -> str:
    """Return where a desk's clock hangs: its office's place, else its country."""
    office = desk.office
    return name_in(office.place.names, language) if office.place else name_country(office.calendar_country, language)


def choose_own_name(names: dict, country: str, language: str) -> tuple[str, str]:
    """Return a name in the language of its country with that language's code; empty when the reader's name is that."""
    code = LANGUAGE_OF_COUNTRY.get(country, "en")
    name = names.get(code) or names.get("local", "")
    return (name, code) if name and name != name_in(names, language) else ("", "")


def open_words(reachable: Reachability, now: datetime, language: str) -> str:
    """Return the clause that says until or from when a desk is reachable, on its own clock and on the reader's."""
    words = write_reachability_clause(reachable, now, language)
    end, reader = reachable.until or reachable.opens_next, timezone.get_current_timezone()
    here = times.write_moment_there(end, reader, end.tzinfo, now, language)
    on_both = _("%(clause)s (%(time)s on your clock)") % {"clause": words, "time": here} if here else words
    return mark_assumed_hours(reachable, on_both, language)


def _freshness_sentence(state: ContactState | None, now: datetime, language: str) -> tuple[str, str] | None:
    """Return how fresh a desk's best contact is, as kind and sentence; None for a desk without contacts."""
    if state is None:
        return None
    words = describe_freshness(state, now, language)
    return words.kind, _("contact: %(why)s") % {"why": words.why or words.name}


def _mark_state(state: tuple[StateKind, str] | None, is_demo: bool) -> tuple[StateKind, str] | None:
    """Mark what is told of people whom a demonstration invented."""
    return (state[0], mark_demo(state[1], is_demo)) if state else None


def _answering_sentence(answering: Answering) -> tuple[StateKind, str] | None:
    """Return who can answer at a desk as kind and sentence; None where somebody with an account can."""
    if answering is Answering.ACCOUNT:
        return None
    if answering is Answering.ADDRESS:
        return "open", _("answers by mail, from a confirmed address")
    return "waits", _("nobody of this desk is here yet; the coordinator takes its cases")


def _desk_card(
    desk, names: CompetenceNames, reachable: Reachability, reasons: tuple[Reason, ...], now, language: str
) -> DeskCard:
    office = desk.office
    own, own_language = choose_own_name(desk.names, office.country, language)
    name, office_name = name_desk(desk, language)
    return DeskCard(
        name=name,
        zone=ZoneInfo(office.time_zone),
        place=name_clock_place(desk, language),
        own_name=own,
        own_language=own_language,
        office=office_name,
        url=reverse("desk_page", args=[desk.code]),
        page=f"desk:{desk.code}",
        open_now=reachable.now,
        open_words=open_words(reachable, now, language),
        answers_for=tuple(names.sentences(desk.competences.all())),
        languages=name_languages(office.languages, language),
        prepare=list_things_to_prepare(desk.prepare, language),
        reasons=reasons,
    )


def list_things_to_prepare(by_language: Mapping[str, Sequence[str]], language: str) -> tuple[str, ...]:
    """Return what a filer should have ready, in the reader's language and characters, else in English."""
    own = by_language.get(language) or by_language.get(language.split("-", maxsplit=1)[0]) or by_language.get("en", ())
    return tuple(write_in_script(thing, language) for thing in own)
