"""What a filer sees before anything is sent: the desk and why, who will see what, when what is due, and what follows
when nobody answers. Made from the same plan that filing itself uses.
"""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from landsea.base.ui.countries import name_country
from landsea.base.ui.page_subjects import find_page_subject
from landsea.base.ui.shapes import DeskCard
from landsea.cases.filing_plan import Filing, plan_for
from landsea.cases.labels import STEPS
from landsea.cases.understanding.goods_meant import write_open_goods
from landsea.cases.understanding.meaning import Understood
from landsea.cases.understanding.who_reads import say_nobody_there, say_what_follows_silence, say_who_sees
from landsea.directory import access as directory_access
from landsea.directory.access.who_is_there import find_who_is_there
from landsea.directory.desk_cards import FoundDesk, make_desk_cards, name_clock_place
from landsea.directory.labels import say_reasons
from landsea.directory.models.names import name_in
from landsea.directory.telephones import TelephoneLine, find_website, list_telephones
from landsea_core.caseflow import Step, Visibility

SHOWN_STEPS = (Step.ADMIT, Step.ACCEPT, Step.ANSWER, Step.SOLVE)


@dataclass(frozen=True)
class Due:
    """A deadline that will run, on the desk's clock in `zone`; `predicted` when it may move because days are not official."""

    words: str
    at: datetime
    zone: ZoneInfo
    place: str
    calendar: str
    predicted: bool


@dataclass(frozen=True)
class Review:
    """Everything before sending, in sentences: why this desk (`reasons`), who will read the case (`sees`), who will know
    the filer (`knows`), what follows when nobody answers (`if_silent`). `nobody_there` is the sentence about a desk that
    nobody is at, with its public `telephones` and `website`; `desk` is that desk then, though the coordinator is accountable.
    `written_to` is the desk from whose page it is filed, where another one answers for it.
    """

    desk: DeskCard
    reasons: list[str]
    sees: list[str]
    knows: list[str]
    deadlines: list[Due]
    if_silent: str
    nobody_there: str = ""
    telephones: list[TelephoneLine] = field(default_factory=list)
    website: str = ""
    written_to: str = ""


def review_of(filing: Filing, now: datetime, language: str) -> Review:
    """Return the review of a filing at `now` (aware) in the reader's language."""
    plan = plan_for(filing, now)
    codes = {plan.desk.code, plan.meant.code} if plan.meant else {plan.desk.code}
    desks = directory_access.find_desks(codes)
    desk, shown = desks[plan.desk.code], desks[(plan.meant or plan.desk).code]
    there = find_who_is_there(desk, filing.filer_country, now)
    card = make_desk_cards([FoundDesk(shown)], now, language)[0]
    zone = ZoneInfo(desk.office.time_zone)
    return Review(
        desk=card,
        reasons=say_reasons(plan.reasons, language),
        sees=say_who_sees(filing, desk, there, language),
        knows=say_who_knows(filing),
        deadlines=[
            Due(str(STEPS[step]), due.due, zone, name_clock_place(desk, language), due.calendar_label, due.predicted)
            for step, due in plan.deadlines
            if step in SHOWN_STEPS
        ],
        if_silent=say_what_follows_silence(desk, there),
        nobody_there=say_nobody_there(there, language) if plan.meant else "",
        telephones=list_telephones(shown.office, language) if plan.meant else [],
        website=find_website(shown.office) if plan.meant else "",
        written_to=_desk_written_to(filing.about_page, shown.code),
    )


def _desk_written_to(about_page: str, answers: str) -> str:
    """Return the desk from whose page somebody files, where another one answers for it; empty else."""
    kind, _colon, code = about_page.partition(":")
    page = find_page_subject(about_page) if kind == "desk" and code != answers else None
    return page.words if page else ""


def say_who_knows(filing: Filing) -> list[str]:
    """Return, in sentences, who will know the filer."""
    if filing.visibility is Visibility.NAMED:
        return [_("All of them see your name, your firm, and the e-mail address and phone number that you left.")]
    if filing.visibility is Visibility.COORDINATOR_ONLY:
        found = [
            _("Only the coordinator sees your name, your firm, and the e-mail address and phone number that you left.")
        ]
    else:
        found = [_("Nobody sees who you are. Your e-mail address, if you left one, is only used to write to you.")]
    shown = _(
        "Your words and papers are shown as they are, with the author's name that Word and PDF files may carry. Leave out "
        "what gives you away."
    )
    return [*found, shown]


def list_doubts(understood: Understood, language: str, *, with_places: bool = True) -> list[str]:
    """Return sentences about what is a guess or was not understood; without those about places where buttons say them."""
    doubts = []
    if {"matter", "topic"} & understood.guessed:
        doubts.append(_("We read the matter from your words. Choose another one below if it is not that."))
    if not understood.topic:
        doubts.append(
            _("We do not know the matter yet. Choose one below, or leave it: the coordinator finds the desk.")
        )
    if with_places and understood.other_places:
        others = ", ".join(name_in(place.names, language) for place in understood.other_places)
        doubts.append(_("Did you mean another place: %(places)s? Write its whole name then.") % {"places": others})
    if with_places and understood.unknown_place:
        doubts.append(
            _("We know no place called “%(typed)s”. The desk reads it as you wrote it.")
            % {"typed": understood.unknown_place}
        )
    if understood.open_goods and with_places:
        goods = ", ".join(write_open_goods(one, language) for one in understood.open_goods)
        doubts.append(_("Which goods is it about: %(goods)s? Write it.") % {"goods": goods})
    if understood.sides:
        if with_places:
            one, other = (name_country(code, language) for code in understood.sides)
            doubts.append(_("Which side has to act, %(one)s or %(other)s? Write it.") % {"one": one, "other": other})
    elif not understood.country:
        doubts.append(_("Choose the country where it is stuck: most desks answer for one country only."))
    return doubts
