"""The editors' page of the sources of news: what each brought, what became of it, which have gone silent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.rules import access


@door("editor")
@require_safe
def show_news(request: HttpRequest) -> HttpResponse:
    """Show every source of news with what it brought."""
    reports = access.list_news_reports(request.actor)
    context = {
        "reports": reports,
        "silent": [one for one in reports if one.silent_days],
        "failing": [one for one in reports if one.source.is_on and one.source.trouble],
    }
    return render(request, "rules/news.html", context)
