"""Events of trips as the standards DCSA Track and Trace 2.2 and EPCIS 2.0 write them, in our words for what happened."""

from collections.abc import Iterator
from typing import Any

DEPARTED, ARRIVED, BORDER_IN, BORDER_OUT = "departed", "arrived", "border_in", "border_out"

HAPPENINGS = (DEPARTED, ARRIVED, BORDER_IN, BORDER_OUT)

DCSA = {"DEPA": DEPARTED, "ARRI": ARRIVED, "GTOT": DEPARTED, "GTIN": ARRIVED, "LOAD": DEPARTED, "DISC": ARRIVED}
"""DCSA event codes (Track and Trace 2.2) by what they say; CUSS and CUSR of shipments have no place and are left out."""

EPCIS = {"departing": DEPARTED, "arriving": ARRIVED, "entering_exiting": BORDER_OUT, "inspecting": BORDER_IN}
"""Business steps of the GS1 core vocabulary (CBV 2.0)."""

EventWords = tuple[str, str, str, str]
"""What an event says, as it stands there: trip, place, what happened, when."""


def read_dcsa_event(event: dict[str, Any]) -> Iterator[EventWords]:
    """Yield what a DCSA event says: trip, place, what happened, when; nothing for what was only planned."""
    if event.get("eventClassifierCode", "ACT") != "ACT":
        return  # planned and estimated events did not happen
    code = event.get("transportEventTypeCode") or event.get("equipmentEventTypeCode") or ""
    if code not in DCSA:
        return
    call = event.get("transportCall") or {}
    place = call.get("UNLocationCode") or (event.get("eventLocation") or {}).get("UNLocationCode") or ""
    trip = event.get("equipmentReference") or event.get("documentID") or call.get("transportCallID") or ""
    yield str(trip), str(place), DCSA[code], str(event.get("eventDateTime", ""))


def read_epcis_event(event: dict[str, Any]) -> Iterator[EventWords]:
    """Yield what an EPCIS event says of each thing it names: trip, place, what happened, when."""
    step = str(event.get("bizStep", "")).rpartition(":")[2]
    if step not in EPCIS:
        return
    where = (event.get("readPoint") or event.get("bizLocation") or {}).get("id", "")
    for name in event.get("epcList") or [event.get("parentID") or ""]:
        yield str(name), str(where).rpartition(":")[2], EPCIS[step], str(event.get("eventTime", ""))
