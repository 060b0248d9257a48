"""Adds a source of news, and switches sources on and off."""

from datetime import datetime

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.outgoing.public_network import NotAllowed, find_public_address
from landsea.base.refusal import Refused
from landsea.rules.models import NewsSource
from landsea.rules.poller.adapters import ADAPTERS


def add_source(name: str, url: str, kind: str, country: str, *, now: datetime) -> NewsSource:
    """Add a source, switched off. Raises Refused with a sentence for a kind or an address that cannot be."""
    if kind not in ADAPTERS:
        raise Refused("kind", f"'{kind}' is no kind of source; use one of {', '.join(ADAPTERS)}.")
    try:
        find_public_address(url, plain_too=True)
    except NotAllowed as refused:
        raise Refused("address", str(refused)) from None
    with transaction.atomic():
        source, _ = NewsSource.objects.update_or_create(
            url=url, defaults={"name": name, "kind": kind, "country": country}
        )
        append_entry(stream=f"news:{source.pk}", act="add_source", actor="operator", at=now)
    return source


def switch_source(pk: int, is_on: bool, *, now: datetime) -> NewsSource:
    """Switch a source on or off; on again it forgets its failures. Raises Refused when there is none."""
    with transaction.atomic():
        source = NewsSource.objects.select_for_update().filter(pk=pk).first()
        if source is None:
            raise Refused("none", f"There is no source {pk}; `landsea news-sources` lists them.")
        source.is_on, source.failures, source.trouble = is_on, 0, ""
        source.save(update_fields=["is_on", "failures", "trouble"])
        append_entry(stream=f"news:{source.pk}", act="switch_source", actor="operator", at=now, facts={"on": is_on})
    return source
