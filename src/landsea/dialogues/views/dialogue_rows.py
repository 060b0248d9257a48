"""What a dialogue's page shows, row by row: clocks, seats, agenda, consultations, minutes."""

from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.base.actors import ANONYMOUS, Actor
from landsea.base.ui.countries import CORRIDOR, name_country
from landsea.base.ui.times import date_words, write_moment
from landsea.cases.access import list_visible_cases
from landsea.dialogues import access
from landsea.dialogues.agenda import place_words
from landsea.dialogues.labels import (
    LINE_STATES,
    POSITIONS,
    REPLIES,
    RESULTS,
    ROLES,
)
from landsea.dialogues.promise_rows import list_promise_rows
from landsea.dialogues.translated import translate_lines
from landsea.directory.access import find_matter_names
from landsea.directory.models.names import choose_title, name_in
from landsea_core.agenda import Consultation, Position, derive_consultation_result, derive_line_state, find_side
from landsea_core.caseflow import Step
from landsea_core.clock.countries import find_usual_hours
from landsea_core.text.letters.alphabet import sort_by_alphabet


def list_clocks_of_parties(found, seats, now, language: str) -> list[tuple[str, str]]:
    """Return (country, begin on its clock) for each country that sits there, countries of one clock together."""
    clocks: dict[str, list[str]] = {}
    for country in dict.fromkeys(seat.country for seat in seats if seat.country in CORRIDOR):
        at = write_moment(found.starts_at, ZoneInfo(find_usual_hours(country).tz), now, language)
        clocks.setdefault(at, []).append(name_country(country, language))
    return [(", ".join(sort_by_alphabet(countries, language)), at) for at, countries in clocks.items()]


def shape_seat(seat, language: str) -> dict:
    return {
        "seat": seat,
        "country": name_country(seat.country, language),
        "role": ROLES[seat.role],
        "reply": REPLIES[seat.reply],
        "by_link": seat.user_id is None,
        "speaks": seat.role != "observer" and find_side(seat.country) is not None,
    }


def shape_agenda(found, language: str, *, sees: bool, actor: Actor = ANONYMOUS) -> list[dict]:
    """Return the lines of an agenda, each with its number (the same for all readers), with `words`, its `url` where this
    actor may open what it is about, and `mark`: what tells two lines of the same words apart.
    """
    rows: list[dict] = []
    items = list(access.list_agenda(found))
    asked = [item.case_id for item in items if item.case_id and sees]
    opens = set(list_visible_cases(actor).filter(pk__in=asked).values_list("pk", flat=True)) if asked else set()
    for number, item in enumerate(items, 1):
        url = mark = ""
        if item.case_id and not sees:
            continue
        if item.barrier_id:
            words = choose_title(item.barrier, language)
            url, mark = reverse("barrier", args=[item.barrier_id]), item.barrier.ref
        elif item.case_id:
            matter = name_in(find_matter_names([item.case.matter]).get(item.case.matter, {}), language)
            place = place_words(item.case, language) or name_country(item.case.country, language)
            about = {"about": ", ".join(filter(None, (matter, place)))}
            unanswered = item.case.silent_since is not None and item.case.step != Step.SOLVE
            words = (
                _("A case that nobody answered: %(about)s") if unanswered else _("A case without a solution: %(about)s")
            ) % about
            mark = _("filed on %(day)s") % {"day": date_words(timezone.localdate(item.case.filed_at), language)}
            if item.case_id in opens:
                url, mark = reverse("case", args=[item.case.ref]), item.case.ref
        else:
            words = f"{name_country(item.country, language)}: {item.words}" if item.country else item.words
        rows.append({"number": number, "item": item, "words": words, "url": url, "mark": mark})
    return rows


def shape_consultation(one, now, language: str) -> dict:
    answers = list(one.answers.all())
    spoken = tuple((find_side(answer.country) or "", Position(answer.position)) for answer in answers)
    result = derive_consultation_result(Consultation(one.closes_at, spoken), now)
    return {
        "consultation": one,
        "result": RESULTS[result],
        "running": now < one.closes_at,
        "answers": [
            (name_country(answer.country, language), POSITIONS[answer.position], answer.comment) for answer in answers
        ],
    }


def read_typed_line(typed: dict, line=None) -> dict:
    """Return what the form of this line (None: of a new one) shows: what was typed into it and came back refused, else the line
    and what it promises; a correction of an agreed line promises nothing by itself.
    """
    act, own = typed.get("act"), str(line.pk) if line else ""
    at = typed.get("line" if act == "change_line" else "corrects") or ""
    if act in ("write_line", "change_line") and at == own:
        return typed
    promise = getattr(line, "action", None)
    words = {"text": line.text} if line else {}
    if promise is None or line.is_agreed:
        return words
    return words | {
        "what": promise.what,
        "desk_code": promise.owner.code,
        "due": promise.due.isoformat(),
        "success": promise.success,
        "barrier": str(promise.barrier_id or ""),
    }


def shape_lines(lines, rights, now, typed: dict) -> list[dict]:
    rows = []
    said = translate_lines(lines)
    for line in lines:
        promise = getattr(line, "action", None)
        shown = read_typed_line(typed, line)
        rows.append(
            {
                "line": line,
                "original": said[line.pk][0],
                "said": said[line.pk][1],
                "state": LINE_STATES[derive_line_state(line.agreed_by)],
                "typed": shown,
                "came_back": "act" in shown,
                "may_agree": bool(rights.side) and rights.side not in line.agreed_by,
                "promise": list_promise_rows([promise], now)[0] if promise else None,
            }
        )
    return rows
