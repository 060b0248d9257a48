"""The coordinator's side: proposals with their evidence, opening and changing barriers, bringing cases in and out."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsea.barriers import access
from landsea.barriers.actions.members import add_by_hand, take_out
from landsea.barriers.actions.open_barrier import Words, change_barrier, open_barrier
from landsea.barriers.beginning import REF, begin_barrier
from landsea.barriers.forms import BarrierForm
from landsea.barriers.models import Joined
from landsea.barriers.views.pages import draw_barrier_page, find_barrier_or_404
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.cases.access import list_visible_cases
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea_core.text import clean_text

MOST_READ = 30
SAME_PRESS = timedelta(minutes=1)


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def open_new_barrier(request):
    """Open a barrier; a proposal fills the form through its signature in the address, a surge through its cases."""
    beginning = begin_barrier(request)
    if request.method != "POST":
        return _form_page(request, BarrierForm(initial=beginning.values, beginning=beginning))
    form = BarrierForm(request.POST, beginning=beginning)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    refs = REF.findall(" ".join(form.cleaned_data["cases"]).upper())
    ids = list(list_visible_cases(request.actor).filter(ref__in=refs).values_list("pk", flat=True))
    joined, now = Joined.GROUPED if request.GET.get("signature") else Joined.BY_HAND, timezone.now()
    try:
        barrier = open_barrier(request.actor, _words_of(form), ids, now=now, joined=joined)
    except Refused as refused:
        opened = access.find_barrier_opened_with(request.actor, ids, now - SAME_PRESS)
        if opened is None:
            form.add_error(None, refused.sentence)
            return _form_page(request, form, status=422)
        barrier = opened
    messages.success(request, _("The barrier is open, and its page is public."))
    return redirect("barrier", barrier_id=barrier.pk)


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def change_words(request, barrier_id: int):
    """Change a barrier's words."""
    barrier = find_barrier_or_404(barrier_id)
    if request.method != "POST":
        return _form_page(request, BarrierForm(initial=_initial_of(barrier), with_cases=False), barrier)
    form = BarrierForm(request.POST, with_cases=False)
    if form.is_valid():
        try:
            change_barrier(request.actor, barrier.pk, _words_of(form), now=timezone.now())
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The barrier was changed."))
            return redirect("barrier", barrier_id=barrier.pk)
    return _form_page(request, form, barrier, status=422)


@door("coordinator")
@require_POST
def add_cases(request, barrier_id: int):
    """Bring cases in by their numbers."""
    barrier = find_barrier_or_404(barrier_id)
    try:
        added = add_by_hand(
            request.actor, barrier.pk, REF.findall(request.POST.get("cases", "").upper()), now=timezone.now()
        )
    except Refused as refused:
        return draw_barrier_page(request, barrier, refused=refused.sentence, status=422)
    messages.success(request, _("Cases brought in: %(n)d.") % {"n": added})
    return HttpResponseRedirect(reverse("barrier", args=[barrier.pk]))


@door("coordinator")
@require_POST
def take_case_out(request, barrier_id: int, case_id: int):
    """Take a case out, with a reason."""
    barrier = find_barrier_or_404(barrier_id)
    try:
        take_out(
            request.actor, barrier.pk, case_id, clean_text(request.POST.get("reason", "")).text, now=timezone.now()
        )
    except Refused as refused:
        return draw_barrier_page(request, barrier, refused=refused.sentence, status=422)
    messages.success(request, _("The case goes on by itself."))
    return HttpResponseRedirect(reverse("barrier", args=[barrier.pk]))


def _form_page(request, form, barrier=None, *, status: int = 200):
    return render(request, "barriers/form.html", {"form": form, "barrier": barrier}, status=status)


def _words_of(form: BarrierForm) -> Words:
    cleaned = form.cleaned_data
    matter = directory_access.find_matter(cleaned["matter"]) if cleaned["matter"] else None
    return Words(
        titles=form.by_language("title"),
        texts=form.by_language("text"),
        topic=matter.topic.code if matter else "",
        matter=cleaned["matter"],
        country=cleaned["country"],
        place_code=cleaned["place"].strip().upper(),
        chapter=cleaned["chapter"],
        goods=cleaned["goods"],
        measures=cleaned["measures"],
        desk_code=cleaned["desk"],
    )


def _initial_of(barrier) -> dict:
    found = {
        "matter": barrier.matter,
        "country": barrier.country,
        "place": barrier.place.code if barrier.place else "",
        "chapter": barrier.chapter,
        "goods": barrier.goods,
        "measures": ", ".join(barrier.measures),
        "desk_code": barrier.desk.code,
    }
    found |= {f"title_{language}": said for language, said in barrier.titles.items()}
    return found | {f"text_{language}": said for language, said in barrier.texts.items()}


def make_initial_value(name: str, value: str, language: str) -> str:
    if name == "country":
        return name_country(value, language)
    names = {"matter": directory_access.find_matter_names, "place": directory_access.place_names}.get(name)
    return name_in(names([value]).get(value, {}), language) or value if names else value
