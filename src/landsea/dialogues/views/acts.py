"""One address for every act at a dialogue: reads the form, calls the action, says what happened. What was typed comes back
with the sentence when the act is refused.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from landsea.base.doors import door
from landsea.base.files.office_papers import FileRefused
from landsea.base.files.papers import stored_for
from landsea.base.files.storage import Stored
from landsea.base.refusal import Refused
from landsea.base.ui.fields import desk_code
from landsea.dialogues import access
from landsea.dialogues.actions import agenda, convene, minutes, minutes_lines, papers, seats
from landsea.dialogues.views.pages import dialogue_page
from landsea_core.text import clean_text

MOST_WORDS = 20_000


class Typed:
    """The fields of any act, cleaned; those that were not sent are empty."""

    def __init__(self, post, dialogue):
        self.fields = {name: clean_text(value).text[:MOST_WORDS] for name, value in post.items()}
        self.dialogue = dialogue
        self.files: tuple[Stored, ...] = ()
        self.present = {int(one) for one in post.getlist("present") if one.isdecimal() and len(one) < 10}

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "").strip()

    def number(self, name: str) -> int:
        """Return a row's id; 0 for none."""
        return int(self[name]) if self[name].isdecimal() and len(self[name]) < 10 else 0

    def day(self, name: str) -> date | None:
        """Return a day; None when it is missing. Raises Refused for one that cannot be read."""
        if not self[name]:
            return None
        try:
            return date.fromisoformat(self[name])
        except ValueError:
            raise Refused("no_day", gettext("Write the day as 2026-03-18.")) from None

    def promised(self) -> minutes_lines.Promised | None:
        """Return what a decision promises; None when nothing of it was filled in."""
        names = ("what", "owner", "due", "success")
        if not any(self[name] for name in names):
            return None
        barrier = self.number("barrier") or None
        return minutes_lines.Promised(self["what"], desk_code(self["owner"]), self.day("due"), self["success"], barrier)


def _invite_country(actor, f, now):
    seats.invite_country(
        actor, f.dialogue.pk, country=f["country"], name=f["name"], email=f["email"], role=f["role"], now=now
    )


def _consult_parties(actor, f, now):
    day = f.day("closes_on")
    if day is None:
        raise Refused("no_day", gettext("Choose the day on which the consultation ends."))
    closes_at = datetime(day.year, day.month, day.day, 18, tzinfo=ZoneInfo(f.dialogue.time_zone))
    papers.consult_parties(actor, f.dialogue.pk, f["question"], closes_at, now=now)


def _write_line(actor, f, now):
    minutes_lines.write_line(
        actor,
        f.dialogue.pk,
        f["kind"],
        f["text"],
        now=now,
        promised=f.promised(),
        item_id=f.number("item") or None,
        corrects=f.number("corrects") or None,
    )


def _of_this(queryset, f, name: str) -> int:
    """Return the id of a row of this very dialogue; Http404 for another's."""
    number = f.number(name)
    if not queryset.filter(pk=number).exists():
        raise Http404
    return number


ACTS = {
    "invite": _invite_country,
    "free_seat": lambda actor, f, now: seats.free_seat(actor, f.dialogue.pk, f.number("seat"), now=now),
    "reply": lambda actor, f, now: seats.reply_to_invitation(actor, f.dialogue.pk, f["reply"], now=now),
    "call_off": lambda actor, f, now: convene.call_off(actor, f.dialogue.pk, f["reason"], now=now),
    "propose_agenda": lambda actor, f, now: agenda.propose_agenda(actor, f.dialogue.pk, now=now),
    "add_words": lambda actor, f, now: agenda.add_words(actor, f.dialogue.pk, f["words"], now=now),
    "take_off": lambda actor, f, now: agenda.take_off(actor, f.dialogue.pk, f.number("item"), now=now),
    "accept_agenda": lambda actor, f, now: agenda.accept_agenda(actor, f.dialogue.pk, f.number("version"), now=now),
    "lay_paper": lambda actor, f, now: papers.lay_paper(
        actor, f.dialogue.pk, f["title"], f["body"], now=now, language=get_language() or "", files=f.files
    ),
    "add_version": lambda actor, f, now: papers.add_version(
        actor,
        _of_this(f.dialogue.papers, f, "paper"),
        f["body"],
        f["what_changed"],
        now=now,
        language=get_language() or "",
        files=f.files,
    ),
    "consult": _consult_parties,
    "answer_consultation": lambda actor, f, now: papers.answer_consultation(
        actor, _of_this(f.dialogue.consultations, f, "consultation"), f["position"], f["comment"], now=now
    ),
    "open_minutes": lambda actor, f, now: minutes.open_minutes(actor, f.dialogue.pk, f.present, now=now),
    "write_line": _write_line,
    "change_line": lambda actor, f, now: minutes_lines.change_line(
        actor, _of_this(f.dialogue.lines, f, "line"), f["text"], now=now, promised=f.promised()
    ),
    "agree_line": lambda actor, f, now: minutes_lines.agree_line(
        actor, _of_this(f.dialogue.lines, f, "line"), f["text"], now=now
    ),
}

WITH_FILES = ("lay_paper", "add_version")


@door("signed_in")
@require_POST
def do_act(request, dialogue_id: int, what: str):
    """Do one act at a dialogue."""
    if what not in ACTS:
        raise Http404
    found = access.dialogue_with_id(dialogue_id)
    rights = access.rights_of(request.actor, found)
    if not rights.sees:
        raise Http404
    if what in WITH_FILES and not rights.lays_papers:
        raise PermissionDenied
    typed = Typed(request.POST, found)
    try:
        with stored_for(request.FILES.getlist("files") if what in WITH_FILES else ()) as typed.files:
            ACTS[what](request.actor, typed, timezone.now())
    except (Refused, FileRefused) as refused:
        kept = {name: value for name, value in typed.fields.items() if name != "csrfmiddlewaretoken"}
        return dialogue_page(request, found, refused=refused.sentence, typed=kept | {"act": what}, status=409)
    messages.success(request, gettext("Done."))
    return HttpResponseRedirect(reverse("dialogue", args=[found.pk]))
