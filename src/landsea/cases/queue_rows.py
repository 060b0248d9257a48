"""Cases as lines of a queue, and where a list of them stands: for every page that lists cases."""

from django.urls import reverse
from django.utils.translation import get_language

from landsea.base.ui import shapes
from landsea.base.ui.countries import country_name
from landsea.cases.access import may_name_filer
from landsea.cases.gist import gist_of
from landsea.cases.presenters import (
    state_words,
    zone_of,
)
from landsea.cases.queue import Page
from landsea.cases.thread_presenters import filer_name
from landsea.directory.models.names import name_in


def row_of(case, actor) -> shapes.QueueRow:
    """Return a case as one line of a queue, naming the filer only to those who may know."""
    kind, words = state_words(case)
    language = get_language() or "en"
    identity = case.identity if may_name_filer(actor, case) else None
    gist = gist_of(case, place_beside=True)
    return shapes.QueueRow(
        url=reverse("case", args=[case.ref]),
        reference=case.ref,
        title=gist or case.title,
        title_language="" if gist else case.language,
        own_words=case.title if gist else "",
        own_language=case.language,
        step=words,
        kind=kind,
        due=case.due_at,
        zone=zone_of(case),
        place=name_in(case.place.names, language)
        if case.place
        else case.place_text or country_name(case.country, language),
        goods="" if gist else case.goods,
        sender=filer_name(case, identity),
        lane="border-urgent" if case.lane == "urgent" else "normal",
    )


def pages_of(request, page: Page) -> shapes.Pages:
    """Return where the list stands, with the addresses of the pages before and after."""

    def address(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return shapes.Pages(
        first=page.first,
        last=page.first + len(page.cases) - 1 if page.cases else 0,
        total=page.total,
        before_url=address(page.number - 1) if page.number > 1 else "",
        after_url=address(page.number + 1) if page.has_more else "",
    )
