"""The statement check: anyone may have a sentence recomputed, so many times in ten minutes. Nothing typed is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.limits.spending import spend_limit
from landsea.figures import access
from landsea.figures.figure_words import say_explanation
from landsea.figures.forms import StatementForm
from landsea.figures.marked_statement import OUTCOMES, cut_at_figures
from landsea_core.figures.statement import check_statement
from landsea_core.figures.statement.original import FITS, READ

TOO_OFTEN = 429


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def show_check(request: HttpRequest) -> HttpResponse:
    """Show the form, and beside what was typed what it comes to."""
    form = StatementForm(request.POST or None)
    context: dict = {"form": form}
    status = 200
    if form.is_bound and form.is_valid() and not spend_limit(request, "statement"):
        form.add_error(None, _say_too_often())
        status = TOO_OFTEN
    elif form.is_bound and form.is_valid():
        checked = check_statement(form.cleaned_data["text"], access.list_held_observations())
        context |= {
            "pieces": cut_at_figures(form.cleaned_data["text"], checked.marks),
            "wrong": [say_explanation(one.explanation) for one in checked.contradictions],
            "is_compared": any(one.verdict == FITS for one in checked.marks),
            "not_compared": OUTCOMES[READ],
            "right": [say_explanation(one.explanation) for one in checked.understood],
            "unread": [(one.text, say_explanation(one.explanation)) for one in checked.not_understood],
            "checked": True,
        }
    elif form.is_bound:
        status = 422
    return render(request, "figures/check.html", context, status=status)


def _say_too_often() -> str:
    return gettext(
        "Many statements were checked from your connection within ten minutes. What you typed is still here: check it later."
    )
