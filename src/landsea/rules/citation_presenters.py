"""The measures that an answer may cite, and those that it cites, as templates draw them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.ui import times
from landsea.base.ui.shapes import Citation
from landsea.rules import access
from landsea.rules.labels import (
    GRADES,
    name_maker,
)
from landsea.rules.mapping import make_measure
from landsea.rules.presenters import MeasureLine, shape_measure
from landsea.rules.rule_translations import choose_words_for_reader
from landsea_core.rules import (
    Book,
    Life,
    Measure,
)

MOST_OFFERED = 8

MOST_FOUND = 20


@dataclass(frozen=True)
class PickerLine:
    """A measure that an answer may cite, and whether it is picked."""

    line: MeasureLine
    picked: bool = False


@dataclass(frozen=True)
class Picker:
    """What an answer may cite: the lines offered, whether the words of a search stand in any measure, and, where they stand in
    none, the measures nearest to them, which are told apart because nobody asked for them.
    """

    lines: tuple[PickerLine, ...]
    has_found: bool = False
    nearest: tuple[PickerLine, ...] = ()


def make_picker(*, about: dict, words: str, picked: Iterable[str], today: date) -> Picker:
    """Return the picker of an answer: first what is picked, then what fits the case (`about`: the arguments of
    `find_measures_for_case`), then what holds all the words of a search.
    """
    book = access.read_published_book()
    wanted = access.Wanted(words) if words.strip() else None
    chosen = [book.by_code[code] for code in dict.fromkeys(picked) if code in book.by_code]
    fitting = [rule for rule, _stands in access.find_measures_for_case(**about, day=today)][:MOST_OFFERED]
    found = access.find_matching_measures(wanted, book)[:MOST_FOUND] if wanted else []
    near = access.find_nearest_measures(wanted, book) if wanted and not found else []
    codes = {rule.code for rule in chosen}
    offered = {rule.code: rule for rule in (*chosen, *fitting, *found)}
    lines = tuple(PickerLine(_plain_line(book, rule, today), code in codes) for code, rule in offered.items())
    nearest = tuple(PickerLine(_plain_line(book, rule, today)) for rule in near if rule.code not in offered)
    return Picker(lines, has_found=bool(found), nearest=nearest)


def _plain_line(book: Book, rule: Measure, today: date) -> MeasureLine:
    return shape_measure(rule, book.standing(rule, today), today)


def show_citations(cites: Iterable[access.Cite]) -> dict[access.Cite, Citation]:
    """Return what answers cite, as messages show it: the measure as it was cited, and whether it says something else by
    now.
    """
    return {cite: _show_citation(one) for cite, one in access.find_cited_versions(cites).items()}


def _say_beginning(life: Life) -> str:
    """Say since when a rule counts, or that it does not count yet."""
    if life.in_force.text:
        return _("since %(day)s") % {"day": life.in_force.text}
    return _("not in force yet") if life.pending else _("start not found")


def _show_citation(one: access.Cited) -> Citation:
    rule, version = make_measure(one.version), one.version
    known = timezone.localdate(version.published_at).isoformat()
    page = reverse("measure", args=[rule.code])
    facts = (rule.legal_act, name_maker(rule.country), _say_beginning(rule.life), str(GRADES[rule.grade]))
    changed = ""
    if one.newest is None:
        changed = _("withdrawn since")
    elif one.changed:
        at = timezone.localtime(one.newest.published_at)
        day = times.date_words(at, get_language() or "en")
        changed = _("changed since, on %(day)s") % {"day": day}
    link = rule.source if rule.source.startswith(("http://", "https://")) else ""
    return Citation(
        title=f"{rule.code} {choose_words_for_reader(rule.title)}",
        url=f"{page}?known={known}" if one.changed else page,
        facts=" · ".join(facts),
        source=urlsplit(rule.source).hostname or rule.source,
        source_url=link,
        changed=changed,
    )
