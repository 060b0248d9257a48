"""One address for every act on a case by offices and the coordinator: reads the form, calls the action, says what happened."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from landsea.base.doors import door
from landsea.base.files.kinds import FileRefused
from landsea.base.files.papers import store_all
from landsea.base.refusal import Refused
from landsea.cases.access import case_for
from landsea.cases.actions import (
    accept,
    answer,
    ask_filer,
    classify,
    consult,
    coordinate,
    extend,
    filer_moves,
    message,
    name_right_desk,
    propose_outcome,
    redact,
    reply,
    tie,
)
from landsea.cases.actions.doing import AlreadyDone
from landsea.cases.views.case import case_page
from landsea.directory.access import matter_with_code
from landsea.directory.naming import code_in
from landsea_core.text import clean_text

MOST_WORDS = 20_000
MOST_TICKED = 50
LONGEST_NUMBER = 30
"""Digits of a row's number that are looked at: more than any row has, so that a longer one is none of ours either."""


def _office_message(actor, ref, f, **how):
    how.pop("seen_version")
    return message.write_message(actor, ref, f["kind"], f["body"], files=f["files"], language=f["language"], **how)


def _answer(actor, ref, f, **how):
    return answer.answer(actor, ref, f["body"], files=f["files"], language=f["language"], cites=f["cites"], **how)


def _propose(actor, ref, f, **how):
    said = {"language": f["language"], "cites": f["cites"]}
    return propose_outcome.propose_outcome(actor, ref, f["outcome"], f["body"], **said, **how)


def _without_version(act, *names):
    def call(actor, ref, f, **how):
        how.pop("seen_version")
        return act(actor, ref, *(f[name] for name in names), **how)

    return call


def _with(act, *names):
    return lambda actor, ref, f, **how: act(actor, ref, *(f[name] for name in names), **how)


def _reply(actor, ref, f, **how):
    how.pop("seen_version")
    return reply.reply(actor, ref, f["body"], files=f["files"], language=f["language"], **how)


def _classify(actor, ref, f, **how):
    """A matter that is chosen brings its topic with it. What stands as it was shown is no change."""
    how.pop("seen_version")
    changes = {k: f[k] for k in classify.MAY_CHANGE if f["given"](k) and not f["as_shown"](k)}
    matter = matter_with_code(changes.get("matter", ""))
    if matter is not None:
        changes.setdefault("topic", matter.topic.code)
    return classify.classify(actor, ref, changes, **how)


def _split(actor, ref, f, **how):
    how.pop("seen_version")
    about = {name: f[name] for name in ("topic", "matter", "country", "goods", "hs") if f[name]}
    return tie.split(actor, ref, f["body"], about, **how)


def _redact(actor, ref, f, **how):
    how.pop("seen_version")
    if f["file"].isdecimal():
        return redact.redact_file(actor, ref, int(f["file"][:LONGEST_NUMBER]), f["reason"], **how)
    number = int(f["message"][:LONGEST_NUMBER]) if f["message"].isdecimal() else 0
    return redact.redact_words(actor, ref, number, f["words"], f["reason"], **how)


ACTS = {
    "accept": _with(accept.accept),
    "answer": _answer,
    "ask_filer": _with(ask_filer.ask_filer, "body"),
    "propose_outcome": _propose,
    "extend": _with(extend.extend, "body"),
    "name_right_desk": _with(name_right_desk.name_right_desk, "desk", "reason"),
    "message": _office_message,
    "consult": _without_version(consult.consult, "desk", "reason"),
    "end_consultation": _without_version(consult.end_consultation, "desk"),
    "classify": _classify,
    "reassign": _with(coordinate.reassign, "desk", "reason"),
    "hand_on": _with(coordinate.hand_on, "place", "body"),
    "link": _without_version(tie.link_cases, "other", "reason"),
    "merge": _with(tie.merge, "other"),
    "split": _split,
    "redact": _redact,
}
ASSOCIATION_ACTS = {
    "reply": _reply,
    "confirm": _with(filer_moves.confirm, "body"),
    "dispute": _with(filer_moves.dispute, "body"),
    "withdraw": _with(filer_moves.withdraw, "body"),
    "reopen": _with(filer_moves.reopen, "body"),
}


@door("desk")
@require_POST
def act(request, ref: str, act: str):
    """Do one act of an office or the coordinator."""
    return _do(request, ref, act, ACTS)


@door("association")
@require_POST
def filer_act(request, ref: str, act: str):
    """Do one act of the filer's side, by the association that filed."""
    return _do(request, ref, act, ASSOCIATION_ACTS)


def _do(request, ref: str, act: str, acts: dict):
    if act not in acts:
        raise Http404
    if "find_rules" in request.POST:
        return case_page(request, case_for(request.actor, ref), typed=_typed(request, act))
    version = request.POST.get("version", "")
    try:
        form = _form(request)
        done = acts[act](
            request.actor,
            ref,
            form,
            now=timezone.now(),
            key=request.POST.get("key", "")[:64],
            seen_version=int(version) if version.isdecimal() and len(version) < 9 else None,
        )
    except AlreadyDone as again:
        done = again.case
    except (Refused, FileRefused) as refused:
        case = case_for(request.actor, ref)
        return case_page(request, case, refused=refused, typed=_typed(request, act), status=409)
    messages.success(request, _said(act, done))
    return HttpResponseRedirect(_next(request, act, done))


def _typed(request, act: str) -> dict:
    """Return what was typed, for the page that comes back: a refusal, or a search for rules to cite."""
    typed = {name: value for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "key")}
    return typed | {"act": act, "cites": request.POST.getlist("cites")[:MOST_TICKED]}


def _form(request) -> dict:
    """Return the fields of any act, cleaned; those that were not sent are empty."""
    names = (
        "body",
        "kind",
        "outcome",
        "desk",
        "reason",
        "place",
        "other",
        "words",
        "message",
        "file",
        "topic",
        "matter",
        "country",
        "goods",
        "hs",
        "direction",
        "place_text",
    )
    form = {name: clean_text(request.POST.get(name, "")).text[:MOST_WORDS] for name in names}
    return form | {
        "desk": request.POST.get("desk_code") or code_in(form["desk"]),
        "cites": [clean_text(code).text for code in request.POST.getlist("cites")[:MOST_TICKED]],
        "files": store_all(request.FILES.getlist("papers")),
        "language": get_language() or "",
        "given": lambda name: name in request.POST,
        "as_shown": lambda name: request.POST.get(f"was_{name}") == request.POST[name],
    }


MAY_LOSE_SIGHT = {"name_right_desk", "reassign"}


def _next(request, act: str, case) -> str:
    """Return where to go after an act: the case if it is still to be seen, else the queue."""
    if act not in MAY_LOSE_SIGHT:
        return reverse("case", args=[case.ref])
    try:
        case_for(request.actor, case.ref)
    except Http404:
        return reverse("queue")
    return reverse("case", args=[case.ref])


def _said(act: str, case) -> str:
    return {
        "accept": gettext("You accepted %(ref)s. The clock of the first answer runs."),
        "answer": gettext("Your answer on %(ref)s was sent to all sides."),
        "ask_filer": gettext("The filer of %(ref)s was asked. The clock stands until the reply."),
        "propose_outcome": gettext("The outcome of %(ref)s was proposed. The filer confirms or disputes it."),
        "name_right_desk": gettext("%(ref)s was handed over; its new desk was told."),
        "reassign": gettext("%(ref)s was given to its new desk, which was told."),
        "hand_on": gettext("%(ref)s was handed on, and the filer told where to go."),
        "classify": gettext("%(ref)s was corrected. It stays at its desk; hand it over if another desk answers."),
        "split": gettext("The part became the case %(ref)s."),
    }.get(act, gettext("Done, on %(ref)s.")) % {"ref": case.ref}
