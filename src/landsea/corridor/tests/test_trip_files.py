"""Trips from files of three kinds: what is taken, and what is said of one with a fault."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.corridor.models import Trip

pytestmark = pytest.mark.django_db

CSV = "trip,place,what,at\na,Nanning,departed,2026-10-01T08:00+08:00\na,VNHAN,arrived,2026-10-01T21:00+07:00\n"
DCSA = json.dumps(
    [
        {
            "eventClassifierCode": code,
            "transportEventTypeCode": event,
            "eventDateTime": at,
            "equipmentReference": "BOX1",
            "transportCall": {"UNLocationCode": place},
        }
        for code, event, at, place in (
            ("ACT", "DEPA", "2026-10-01T08:00:00+08:00", "CNQZH"),
            ("PLN", "ARRI", "2026-10-05T08:00:00+08:00", "SGSIN"),
            ("ACT", "ARRI", "2026-10-06T08:00:00+08:00", "SGSIN"),
        )
    ]
)
EPCIS = json.dumps(
    {
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "epcisBody": {
            "eventList": [
                {"bizStep": step, "eventTime": at, "epcList": ["urn:x:1"], "readPoint": {"id": f"urn:place:{place}"}}
                for step, at, place in (
                    ("departing", "2026-10-01T08:00:00+08:00", "CNNNG"),
                    ("arriving", "2026-10-01T21:00:00+07:00", "VNHAN"),
                )
            ]
        },
    }
)


CROWDED = json.dumps(
    {
        "epcisBody": {
            "eventList": [
                {
                    "bizStep": "departing",
                    "eventTime": "2026-10-01T08:00:00+08:00",
                    "epcList": [str(number) for number in range(20_001)],
                    "readPoint": {"id": "CNNNG"},
                }
            ]
        }
    }
)
"""One event that names more trips than a file may hold events."""


@pytest.mark.parametrize(("text", "how"), [(CSV, "csv"), (DCSA, "dcsa"), (EPCIS, "epcis")])
def test_three_kinds_of_file(client, text, how):
    """Each is told apart by what it holds; the same upload twice makes nothing twice."""
    for new in (1, 0):
        file = SimpleUploadedFile("trips", text.encode())
        page = client.post(reverse("trips"), {"act": "upload", "mode": "road", "file": file})
        assert page.context["new"] == new
    row = Trip.objects.get()
    assert row.how == how and row.milestones.count() == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("trip,place,what,at\na,Nowhere,departed,2026-10-01T08:00+08:00\n", "Line 2: No place is known"),
        ("trip,place,what,at\na,CNNNG,vanished,2026-10-01T08:00+08:00\n", "vanished"),
        ("trip,place,what,at\na,CNNNG,departed,2026-10-01T08:00\n", "needs its zone"),
        ("a,b\n1,2\n", "no column"),
        ("{oops", "is none"),
        ("[]", "nothing that happened"),
        ("trip,place,what,at\na,CNNNG,departed,0001-01-01T00:00+14:00\n", "outside the years"),
        (
            'trip,place,what,at\na,CNNNG,departed,2026-10-01T08:00+08:00\n"' + "x" * 140_000 + "\n",
            "cannot be read as CSV",
        ),
        ("[" * 100_000, "is none"),
        (json.dumps([{"transportEventTypeCode": "DEPA", "transportCall": "none"}]), "not laid out"),
        ("trip,place,what,at\n" + "a,CNNNG,departed,2026-10-01T08:00+08:00\n" * 20_001, "more than 20,000 events"),
        (CROWDED, "more than 20,000 events"),
    ],
)
def test_nothing_is_taken_from_a_file_with_a_fault(client, text, said):
    """The line is named, and what to do."""
    file = SimpleUploadedFile("trips", text.encode())
    page = client.post(reverse("trips"), {"act": "upload", "mode": "road", "file": file})
    assert page.status_code == 422 and said in page.content.decode().replace("&#x27;", "'")
    assert not Trip.objects.exists()
