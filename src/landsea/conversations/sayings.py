"""What a conversation says at each stage, in the language of now, and what may be chosen then."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from landsea.base.actors import make_filer
from landsea.cases.filing_plan import plan_for
from landsea.cases.form_filing import make_filing
from landsea.cases.possible_acts import list_possible_acts
from landsea.cases.understanding.filing_review import list_doubts
from landsea.conversations.form import make_form, read_understood
from landsea.conversations.models import Conversation
from landsea.conversations.models.conversation import Stage
from landsea.directory.desk_cards import write_desk_title
from landsea.directory.models.names import name_in
from landsea_core.caseflow import State

CHOICES = {
    "send": gettext_lazy("Send it"),
    "place": gettext_lazy("Name the place"),
    "urgent": gettext_lazy("It cannot wait: goods spoil or people are stuck"),
    "normal": gettext_lazy("It can wait some days"),
    "again": gettext_lazy("Begin anew"),
    "unnamed": gettext_lazy("Send without a name"),
    "named": gettext_lazy("Send with this name"),
    "add": gettext_lazy("Add it to the case"),
    "new": gettext_lazy("It is another problem"),
    "solved": gettext_lazy("Yes, it is solved."),
    "unsolved": gettext_lazy("No, it is not solved."),
    "reopen": gettext_lazy("The trouble is not over: open the case again"),
}

Saying = tuple[str, dict, list[str]]
"""Words, facts for the template, and the codes that may be chosen."""


def say_stage(talk: Conversation) -> Saying:
    """Return what is said at the stage that the conversation has reached."""
    ref = talk.case.ref if talk.case_id else ""
    fixed = {
        Stage.WORDS: (_greeting, []),
        Stage.PLACE: (_ask_place, []),
        Stage.REASON: (_ask_reason, []),
        Stage.ADDING: (lambda: _ask_what_for(talk, ref), list_uses_of_words(talk)),
        Stage.FILED: (lambda: _("Your case is %(ref)s. Write here to add to it, or /new.") % {"ref": ref}, []),
    }
    if talk.stage in fixed:
        words, codes = fixed[Stage(talk.stage)]
        return words(), {}, codes
    return _ask_name(talk) if talk.stage == Stage.NAME else _check(talk)


def list_uses_of_words(talk: Conversation) -> list[str]:
    """Return what words that come after the filing may be for. While an outcome waits for the filer, they may answer it; a case
    that was closed they open again, as long as that is possible.
    """
    case = talk.case
    if case is None:
        return ["new"]
    if case.state == State.PROPOSED:
        return ["solved", "unsolved", "add", "new"]
    acts = list_possible_acts(make_filer(case.pk, case.language), case, timezone.now())
    return ["reopen", "new"] if "reopen" in acts else ["add", "new"]


def _ask_what_for(talk: Conversation, ref: str) -> str:
    if talk.case is not None and talk.case.state == State.PROPOSED:
        return _("Is %(ref)s solved? Your words are sent with your answer.") % {"ref": ref}
    return _("Do your words belong to %(ref)s?") % {"ref": ref}


def _ask_place() -> str:
    return _("Where is it stuck? Write the border post, port, station or city as you call it.")


def _ask_reason() -> str:
    return _("What is it that cannot wait? A few words: durian, live animals, people stuck, …")


def _greeting() -> str:
    return _(
        "This is Landsea, which finds the office that answers when goods or people are stuck on the corridor. Write in your "
        "own words what is stuck, where, and since when; photos and voice messages are kept with it. Nothing is sent before "
        "you say so."
    )


def _check(talk: Conversation) -> Saying:
    """What was understood, to whom it goes, what is doubtful, and what may be done."""
    language = get_language() or "en"
    form, understood = make_form(talk), read_understood(talk)
    if "text" in form.errors:
        return "\n".join(str(fault) for fault in form.errors["text"]), {}, []
    lines = [_("We understood:")]
    if understood.matter:
        lines.append(_("Matter: %(matter)s") % {"matter": name_in(understood.matter.names, language)})
    place = name_in(understood.place.names, language) if understood.place else talk.typed.get("place_text", "")
    if place:
        lines.append(_("Place: %(place)s") % {"place": place})
    if understood.goods:
        lines.append(_("Goods: %(goods)s") % {"goods": understood.goods})
    if talk.typed.get("lane_reason"):
        lines.append(_("It cannot wait: %(reason)s") % {"reason": talk.typed["lane_reason"]})
    if form.is_valid():
        plan = plan_for(make_filing(form.cleaned_data, understood, language=language, form_key=""), timezone.now())
        lines.append(_("It goes to: %(desk)s") % {"desk": write_desk_title(plan.desk, language)})
    doubts = list_doubts(understood, language)
    lines += doubts[:2] if not place else doubts[-1:] if understood.sides else []  # which side has to act stands last
    lines.append(_("Write more, or choose:"))
    urgency = "normal" if talk.typed.get("lane_reason") else "urgent"
    codes = ["send", "place", urgency, "again"] if place else ["place", "send", urgency, "again"]
    return "\n".join(lines), {}, codes


def _ask_name(talk: Conversation) -> Saying:
    name = talk.typed.get("name")
    if name:
        return _("Your name for the offices: %(name)s") % {"name": name}, {}, ["named", "again"]
    words = _("Write your name or your firm's, for the offices to see. Or send it without: nobody sees who you are.")
    return words, {}, ["unnamed"]


def say_filed(ref: str, nonce: object) -> Saying:
    """Return what is said of a case that was filed; the link is written when the message goes out."""
    words = _(
        "Your case has arrived. Its number is %(ref)s. Below is its secret link: there you read, answer and add papers; "
        "whoever has it can do the same. We tell you here what happens."
    ) % {"ref": ref}
    return words, {"link": str(nonce)}, []


def say_many_filed() -> Saying:
    """Return what is said to somebody who files more than a person does."""
    words = _("Many cases came from you within the hour. What you typed is kept: send it later. %(site)s")
    return words % {"site": settings.PUBLIC_ADDRESS}, {}, ["unnamed"]
