"""The examples of the page for developers are sent as they stand; the two programs of the docs run against a real server."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import reverse

from landsea.api.examples import EXAMPLES
from landsea.api.tests.programs import Program, program_of
from landsea.cases.models import Case
from landsea.cases.tests.world import make_world

PROGRAMS = Path(__file__).resolve().parents[4] / "docs" / "programs"


@pytest.mark.django_db
def test_every_example_of_the_page_gets_what_it_says(world, client):
    bearers, page = (
        {"": "", "key": program_of(world, "holder").bearer},
        client.get(reverse("developers")).content.decode(),
    )
    for one in EXAMPLES:
        answer = Program(bearers[one.bearer]).ask(one.method, one.path, one.body or None, status=one.status)
        if one.status == 201:
            bearers["case"] = answer["secret"]
        words = shlex.split(one.command.replace("\\\n", " "))
        assert words[0] == "curl" and f"$LANDSEA{one.path}" in words
        assert one.path.partition("?")[0] in page


def run(live_server, bearer: str, *words: str) -> subprocess.CompletedProcess:
    env = os.environ | {
        "LANDSEA": live_server.url,
        "LANDSEA_KEY": bearer,
        "LANG": "en",
        "NO_PROXY": "*",
        "no_proxy": "*",
    }
    return subprocess.run(
        [sys.executable, str(PROGRAMS / words[0]), *words[1:]], env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.django_db(transaction=True)
def test_a_chamber_s_program_files_ten_rows_once_and_follows_them(live_server, tmp_path):
    world = make_world()
    chamber, sheet = program_of(world, "clerk").bearer, tmp_path / "rows.csv"
    rows = "".join(f"Demo Dragon Fruit,Lorry {number} waits at Mohan.,Mohan\n" for number in range(10))
    sheet.write_text(f"member,text,place_text\n{rows}")
    first, again = (run(live_server, chamber, "chamber.py", "file", str(sheet)) for _ in range(2))
    assert first.returncode == 0 and first.stdout == again.stdout and len(first.stdout.splitlines()) == 10, first.stderr
    assert Case.objects.count() == 10
    followed = run(live_server, chamber, "chamber.py", "follow")
    filed, open_ones = ([line.split() for line in one.stdout.splitlines()] for one in (first, followed))
    assert {words[1] for words in filed} == {words[0] for words in open_ones}
    sheet.write_text("member,text\nNobody Ltd,It waits.\n")
    refused = run(live_server, chamber, "chamber.py", "file", str(sheet))
    assert refused.returncode == 1 and "/rows/0/member" in refused.stderr


@pytest.mark.django_db(transaction=True)
def test_a_railway_s_program_sends_trips_and_says_what_stands(live_server, tmp_path):
    world = make_world()
    railway, trains = program_of(world, "coordinator").bearer, tmp_path / "trains.csv"
    trains.write_text(
        "trip,place,what,at\na,LAVTS,departed,2026-11-20T08:00+07:00\na,CNMHN,arrived,2026-11-21T09:00+08:00\n"
    )
    assert run(live_server, railway, "railway.py", "trips", str(trains)).stdout == "1 new, 0 known before\n"
    stands = run(live_server, railway, "railway.py", "stands", "CNMHN", "The lock is closed.")
    assert stands.returncode == 0, stands.stderr
    assert Program().get("/disruptions")["items"][0]["says"] == "The lock is closed."
    assert run(live_server, railway, "railway.py", "moves", stands.stdout.strip()).returncode == 0
