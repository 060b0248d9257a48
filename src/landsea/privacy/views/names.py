"""The register of opened names, for the coordinator: a list, and the same as a sheet."""

from datetime import UTC

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.requests import ActorRequest
from landsea.base.ui import paging
from landsea.base.ui.sheets.cells import make_moment_cell, send_csv
from landsea.privacy import access
from landsea.privacy.data_page import shape_opening

A_PAGE = 50


@door("coordinator")
@proves_again()
@require_safe
def show_opened_names(request: ActorRequest) -> HttpResponse:
    """Who opened whose name, when and why, the latest first."""
    rows, pages = paging.cut_part(request, access.list_openings(), A_PAGE)
    context = {"rows": [shape_opening(one) for one in rows], "pages": pages}
    return render(request, "privacy/opened_names.html", context)


@door("coordinator")
@proves_again()
@require_safe
def export_opened_names(request: ActorRequest) -> HttpResponse:
    """The whole register as a sheet; times in UTC."""
    head = [_("when (UTC)"), _("case"), _("who"), _("desk"), _("country"), _("why")]
    rows = (shape_opening(one) for one in access.list_openings().iterator(chunk_size=500))
    lines = [[make_moment_cell(one.at, UTC), one.ref, one.who, one.desk, one.country, one.why] for one in rows]
    return send_csv("opened-names.csv", [head, *lines])
