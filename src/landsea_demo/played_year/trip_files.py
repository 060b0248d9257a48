"""Files of trips as senders of the played year upload them: CSV, DCSA, EPCIS."""

import json

from landsea_core.planner.network.trip_events import TripEvent


def _csv(rows: list[TripEvent]) -> str:
    lines = [f"{one.trip},{one.place},{one.what},{one.at.isoformat(timespec='minutes')}" for one in rows]
    return "\n".join(["trip,place,what,at", *lines])


def _dcsa(rows: list[TripEvent]) -> str:
    codes = {"departed": "DEPA", "arrived": "ARRI"}
    events = [
        {
            "eventType": "TRANSPORT",
            "eventClassifierCode": "ACT",
            "transportEventTypeCode": codes[one.what],
            "eventDateTime": one.at.isoformat(timespec="minutes"),
            "equipmentReference": one.trip,
            "transportCall": {"UNLocationCode": one.place},
        }
        for one in rows
    ]
    return json.dumps({"events": events})


def _epcis(rows: list[TripEvent]) -> str:
    steps = {
        "departed": "departing",
        "arrived": "arriving",
        "border_in": "inspecting",
        "border_out": "entering_exiting",
    }
    events = [
        {
            "type": "ObjectEvent",
            "bizStep": steps[one.what],
            "eventTime": one.at.isoformat(timespec="minutes"),
            "epcList": [one.trip],
            "readPoint": {"id": f"urn:place:{one.place}"},
        }
        for one in rows
    ]
    context = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"]
    return json.dumps({"@context": context, "type": "EPCISDocument", "epcisBody": {"eventList": events}})


WRITERS = {"csv": _csv, "dcsa": _dcsa, "epcis": _epcis}
