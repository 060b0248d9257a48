"""A checklist in boxes as its page draws it: the line that comes first, the papers, and what is folded."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsea.base.translation.sentences import say_sentence
from landsea.base.ui.page_subjects import trouble_url
from landsea.rules.presenters import MeasureLine, shape_measure
from landsea.rules.rule_translations import choose_words_for_reader
from landsea_core.countries import OUTSIDE
from landsea_core.rules import (
    NOT_PUBLISHED,
    BoxedChecklist,
    Checklist,
    PaperBox,
    PartOfEntry,
    Requirement,
    Shipment,
    find_duty,
    find_issuing_country,
    put_into_boxes,
    say_duty,
)

DAYS_TOLD_AS_DAYS = 60
LONGEST_QUESTION = 300
"""What the question to the directory may hold (`landsea.directory.forms.WhoForm`)."""
MOST_CONDITIONS_LISTED = 8


@dataclass(frozen=True)
class ShownBox:
    """A paper to get. `facts` are who, time and price in words, what is not known said; `desk` the address of who answers,
    `trouble` of the form for who is stopped by it.
    """

    key: str
    what: str
    facts: tuple[str, ...]
    desk: str
    trouble: str
    lines: tuple[MeasureLine, ...]
    validity: str = ""
    sample: str = ""
    offered: bool = False


@dataclass(frozen=True)
class ShownPart:
    """What a measure says besides."""

    line: MeasureLine
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True)
class ShownBoxes:
    """A checklist in boxes. `sums` is what comes first: duty, papers, time, fees; `question` what ticks are kept under."""

    duty: str
    sums: tuple[str, ...]
    papers: tuple[ShownBox, ...]
    conditions: tuple[ShownPart, ...]
    offered: tuple[ShownPart, ...]
    background: tuple[ShownPart, ...]
    question: str

    @property
    def are_conditions_many(self) -> bool:
        """Whether what the goods must meet besides would push what follows off a phone: then it is folded there."""
        return len(self.conditions) > MOST_CONDITIONS_LISTED


def show_boxes(found: Checklist, today: date) -> ShownBoxes:
    """Draw the boxes of a checklist for goods."""
    boxed = put_into_boxes(found)
    standings = {entry.measure.code: entry.standing for entry in found.entries}

    def show_box(box: PaperBox) -> ShownBox:
        return ShownBox(
            key=box.key,
            what=choose_words_for_reader(box.what),
            facts=_facts_of(box),
            desk=_desk_address(box, found.shipment),
            trouble=trouble_url(f"rule:{box.measures[0].code}", goods=found.shipment.hs),
            lines=tuple(shape_measure(one, standings[one.code], today) for one in box.measures),
            validity=choose_words_for_reader(box.validity),
            sample=box.sample,
            offered=box.is_offered,
        )

    return ShownBoxes(
        duty=say_sentence(say_duty(find_duty(found))),
        sums=_sums_of(boxed),
        papers=tuple(map(show_box, boxed.papers)),
        conditions=_show_parts(boxed.conditions, today),
        offered=_show_parts(boxed.offered, today),
        background=_show_parts(boxed.background, today),
        question=_name_question(found),
    )


def _sums_of(boxed: BoxedChecklist) -> tuple[str, ...]:
    count = len(boxed.papers)
    if not count:
        return (_("no paper on file"),)
    known = {"known": boxed.timed, "count": count}
    if not boxed.timed:
        days = _("times not known")
    elif boxed.days > DAYS_TOLD_AS_DAYS:
        months = round(boxed.days / 30)
        days = ngettext(
            "about %(months)d month one after another (times known %(known)d of %(count)d)",
            "about %(months)d months one after another (times known %(known)d of %(count)d)",
            months,
        ) % (known | {"months": months})
    else:
        days = ngettext(
            "about %(days)d day one after another (times known %(known)d of %(count)d)",
            "about %(days)d days one after another (times known %(known)d of %(count)d)",
            boxed.days,
        ) % (known | {"days": boxed.days})
    return (
        ngettext("%(count)d paper", "%(count)d papers", count) % known,
        days,
        _("fees known %(known)d of %(count)d") % {"known": boxed.priced, "count": count},
    )


def _facts_of(box: PaperBox) -> tuple[str, ...]:
    asked = ((box.who, _("who issues it")), (box.lead_time, _("time")), (box.cost, _("price")))
    facts = [choose_words_for_reader(said) for said, _name in asked if said not in ("", NOT_PUBLISHED)]
    unpublished = [name for said, name in asked if said == NOT_PUBLISHED]
    if unpublished:
        facts.append(_("not published: %(what)s") % {"what": ", ".join(unpublished)})
    unknown = [name for said, name in asked if not said]
    if unknown:
        facts.append(_("not on file: %(what)s") % {"what": ", ".join(unknown)})
    return tuple(facts)


def _desk_address(box: PaperBox, shipment: Shipment) -> str:
    country = find_issuing_country(box.who, box.items[0].measure.country, shipment)
    if country in OUTSIDE:
        return ""  # no desk there stands in the directory
    question = {"about": choose_words_for_reader(box.what)[:LONGEST_QUESTION], "country": country, "goods": shipment.hs}
    return f"{reverse('who')}?{urlencode({name: value for name, value in question.items() if value})}"


def _show_parts(parts: tuple[PartOfEntry, ...], today: date) -> tuple[ShownPart, ...]:
    return tuple(
        ShownPart(
            shape_measure(part.entry.measure, part.entry.standing, today),
            tuple(item.requirement for item in part.items),
        )
        for part in parts
    )


def _name_question(found: Checklist) -> str:
    way = found.shipment
    return ".".join((found.purpose, way.hs, way.origin, *way.transit, way.destination, way.mode))
