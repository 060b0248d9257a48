"""Whole sources of told journeys: which rows are of one source, and the network without what a source has brought.

Two rows are of one source when they name the same address, or, without an address, the same words.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from landsea_core.planner.network.model import Corridor, Service

_ADDRESS = re.compile(r"https?://[^\s;,()]+")
_ENDS = "/.?#"


def list_sources(source: str) -> frozenset[str]:
    """Return the addresses that a source's text names, or its words where it names none.

    >>> sorted(list_sources("https://a.example/1; left at ten: https://b.example/2"))
    ['https://a.example/1', 'https://b.example/2']
    """
    found = {address.rstrip(_ENDS) for address in _ADDRESS.findall(source)}
    return frozenset(found or {source.strip()})


def leave_source_out(corridor: Corridor, sources: frozenset[str]) -> Corridor:
    """Return the network without the services that one of the sources brought: the corridor itself where there is none."""
    brought = {service.id for service in corridor.services.values() if _is_brought(service, sources)}
    if not brought:
        return corridor
    kept = {key: service for key, service in corridor.services.items() if key not in brought}
    return replace(corridor, services=kept)


def _is_brought(service: Service, sources: Iterable[str]) -> bool:
    said = list_sources(" ".join((service.fact.source, service.fact.note, service.fact.correction)))
    return not said.isdisjoint(sources)
