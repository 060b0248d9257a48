"""The words of every mail, in every language, for coordinators: made from example facts, sent to nobody."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.outbox.kinds import name_kind
from landsea.base.ui.languages import PAGE_NAMES
from landsea.mailroom.samples import mail_names, sample_words


@door("coordinator")
@require_safe
def show_templates(request) -> HttpResponse:
    """List all mails, with what each is about."""
    rows = [(name, name_kind(name)) for name in mail_names()]
    return render(request, "mailroom/templates.html", {"rows": rows})


@door("coordinator")
@require_safe
def show_template(request, name: str) -> HttpResponse:
    """Show one mail in all languages."""
    if name not in mail_names():
        raise Http404
    shown = [(code, PAGE_NAMES[code], *sample_words(name, code)) for code, _name in settings.LANGUAGES]
    return render(request, "mailroom/template.html", {"name": name, "about": name_kind(name), "shown": shown})
