"""Reads of corrections for the apps they are about, which have asked whether the reader may see them."""

from collections.abc import Collection

from django.db.models import QuerySet

from landsea.base.corrections.models import Correction


def open_corrections_about(kinds: Collection[str]) -> QuerySet[Correction]:
    """Return what nobody settled yet about things of these kinds, oldest first."""
    rows = Correction.objects.filter(about_kind__in=kinds, settled_at=None)
    return rows.select_related("by").order_by("suggested_at", "pk")


def find_correction(pk: int, kinds: Collection[str]) -> Correction | None:
    """Return a correction about a thing of one of these kinds, settled or not; None when there is none."""
    return Correction.objects.filter(pk=pk, about_kind__in=kinds).first()
