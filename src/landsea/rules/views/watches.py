"""A watch's own page, opened by its secret link: what changed, the papers of its checklist, feeds, webhook, its end."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import spend_limit
from landsea.base.outgoing.public_network import NotAllowed
from landsea.base.outgoing.signing import write_standard_secret
from landsea.base.refusal import TOO_MANY, Refused
from landsea.base.ui.countries import name_country
from landsea.rules import access
from landsea.rules.actions import set_hook, watch
from landsea.rules.checklist_presenters import (
    ShownChecklist,
    show_checklist,
)
from landsea.rules.condition_presenters import ConditionLine, show_conditions
from landsea.rules.forms import HookForm, InterestForm, PaperForm
from landsea.rules.labels import FREQUENCIES, KINDS, MODES, change_words
from landsea.rules.mapping import make_shipment, read_changes
from landsea.rules.models import Frequency, Watch
from landsea.rules.watch_beginning import make_initial_interest
from landsea.rules.watch_links import FEED_LINKS, HOOK_LINKS, PAGE_LINKS
from landsea_core.rules import Checklist, Purpose, make_checklist
from landsea_core.text.default_reader import write_goods


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def make_watch(request: HttpRequest) -> HttpResponse:
    """Subscribe by goods, countries, way, kind and place, or to what concerns one's open cases."""
    form = InterestForm(request.POST or None, initial=make_initial_interest(request.GET))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        wish = watch.Wish(
            email=typed["email"],
            language=get_language() or "en",
            frequency=typed["frequency"],
            name=typed["name"],
            hs=typed["hs"],
            origins=tuple(typed["origins"]),
            destinations=tuple(typed["destinations"]),
            places=typed["places"],
            modes=tuple(typed["modes"]),
            kinds=tuple(typed["kinds"]),
            of_cases=typed["of_cases"],
        )
        try:
            kept = save_within_limits(request, wish)
        except Refused as refused:
            form.add_error(None, refused.sentence)
            return render(request, "rules/new_watch.html", {"form": form}, status=429)
        return show_saved(request, kept)
    return render(request, "rules/new_watch.html", {"form": form}, status=422 if form.errors else 200)


def save_within_limits(request: HttpRequest, wish: watch.Wish) -> Watch:
    """Keep a watch; raise Refused where its address or the reader's network has too many."""
    if not wish.email and not spend_limit(request, "keep"):
        raise Refused(
            TOO_MANY,
            _("Much was logged from your connection within the hour. What you typed is still here: save it later."),
        )
    return watch.save_watch(wish, actor=request.actor, now=timezone.now())


def show_saved(request: HttpRequest, kept: Watch) -> HttpResponse:
    """Say that the link went by mail; to whoever left no address show it, once."""
    path = "" if kept.email else reverse("watch", args=[PAGE_LINKS.secret_of(kept.nonce)])
    link = f"{settings.PUBLIC_ADDRESS}{path}" if path else ""
    return render(request, "rules/watch_saved.html", {"email": kept.email, "link": link, "path": path})


@door("public")
@require_safe
def watch_page(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the page of a watch. Whoever opens it from the mail is asked to confirm: programs that look at mails open
    links.
    """
    kept = access.find_watch_with_secret(secret)
    response = _watch_page(request, kept, secret)
    watch.note_seen(kept, now=timezone.now())
    return response


def _watched_in_words(kept: Watch) -> list[tuple[str, str]]:
    """Return what a watch is narrowed to, each with its field's label; what is open is left out."""
    language, fields = get_language() or "en", InterestForm.base_fields
    words = {
        "hs": [write_goods(code, language) for code in kept.hs],
        "origins": [name_country(code, language) for code in kept.origins],
        "destinations": [name_country(code, language) for code in kept.destinations],
        "modes": [str(MODES[mode]) for mode in kept.modes if mode in MODES],
        "kinds": [str(KINDS[kind]) for kind in kept.kinds if kind in KINDS],
        "places": list(kept.places),
    }
    return [(str(fields[name].label), ", ".join(said)) for name, said in words.items() if said]


def _watch_page(request: HttpRequest, kept: Watch, secret: str, status: int = 200, **more) -> HttpResponse:
    changes = access.list_versions_told(kept, 30)
    feed = FEED_LINKS.secret_of(kept.feed_nonce)
    hook = access.find_hook(kept)
    found = _make_checklist(kept)
    context = {
        "watch": kept,
        "secret": secret,
        "changes": [(version, [change_words(one) for one in read_changes(version)]) for version in changes],
        "shown": _show_kept(kept, found) if found else None,
        "by_condition": _show_conditions(kept, found) if found else (),
        "feeds": [
            (form, request.build_absolute_uri(reverse("watch_feed", args=[feed, form])))
            for form in ("atom", "json", "ics")
        ],
        "watched": _watched_in_words(kept),
        "frequencies": FREQUENCIES.items(),
        "hook": hook,
        "hook_secret": write_standard_secret(HOOK_LINKS.secret_of(hook.nonce)) if hook else "",
        "tries": access.list_tries(hook),
        "hook_form": more.pop("hook_form", None) or HookForm(initial={"url": hook.url if hook else ""}),
        **more,
    }
    return render(request, "rules/watch.html", context, status=status)


def _make_checklist(kept: Watch) -> Checklist | None:
    """Return the checklist that a watch keeps, as of today; None without."""
    if not kept.question:
        return None
    return make_checklist(
        access.read_published_book(),
        make_shipment(kept.question),
        timezone.localdate(),
        Purpose(kept.question["purpose"]),
    )


def _show_kept(kept: Watch, found: Checklist) -> ShownChecklist:
    """Return the checklist of a watch with its papers, what changed since its page was last opened marked new."""
    return show_checklist(found, found.day, access.find_papers(kept), access.list_codes_changed_since(kept))


def _show_conditions(kept: Watch, found: Checklist) -> tuple[ConditionLine, ...]:
    """Return what the answer would be for each state of the goods, with where it is asked about."""
    asked = {name: value for name, value in kept.question.items() if value}
    return show_conditions(
        found.verdict, lambda said: f"{reverse('checklist')}?{urlencode(asked | {'condition': said}, doseq=True)}"
    )


@door("public")
@require_POST
def note_paper(request: HttpRequest, secret: str) -> HttpResponse:
    """Tick a requirement with its paper and expiry, or take the tick back."""
    kept = access.find_watch_with_secret(secret)
    form = PaperForm(request.POST)
    if not form.is_valid():
        return _watch_page(request, kept, secret, status=422, paper_form=form)
    typed, now = form.cleaned_data, timezone.now()
    try:
        if request.POST.get("act") == "take_back":
            watch.take_back_paper(kept, typed["key"], now=now)
        else:
            watch.note_paper(kept, typed["key"], name=typed["name"], expires_on=typed["expires_on"], now=now)
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return _watch_page(request, kept, secret, status=429, paper_form=form)
    return HttpResponseRedirect(f"{reverse('watch', args=[secret])}#checklist")


@door("public")
@require_POST
def change_watch(request: HttpRequest, secret: str) -> HttpResponse:
    """Confirm it, end it, renew the feeds' address, change how often mails come, set or remove the webhook."""
    kept, now = access.find_watch_with_secret(secret), timezone.now()
    act = request.POST.get("act", "")
    if act == "end":
        watch.end_watch(kept, now=now)
        return render(request, "rules/watch_ended.html")
    if act == "confirm":
        watch.confirm_watch(kept, now=now)
        messages.success(request, _("Confirmed. Changes come to your address from now on."))
    elif act == "renew":
        watch.renew_feeds(kept, now=now)
        messages.success(request, _("The feeds have a new address; the old one is closed."))
    elif act == "frequency" and request.POST.get("frequency") in Frequency.values:
        watch.set_frequency(kept, request.POST["frequency"], now=now)
    elif act == "remove_hook":
        set_hook.remove_hook(kept, now=now)
    elif act == "hook":
        return _set_hook(request, kept, secret)
    return HttpResponseRedirect(reverse("watch", args=[secret]))


def _set_hook(request: HttpRequest, kept: Watch, secret: str) -> HttpResponse:
    form = HookForm(request.POST)
    if form.is_valid():
        try:
            set_hook.set_hook(kept, form.cleaned_data["url"], now=timezone.now())
            return HttpResponseRedirect(f"{reverse('watch', args=[secret])}#hook")
        except NotAllowed as refused:
            form.add_error("url", str(refused))
    return _watch_page(request, kept, secret, status=422, hook_form=form)
