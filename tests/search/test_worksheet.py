"""The work sheet's rules on a drawn feed, and the command that searches it."""

import json
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from functools import partial

import pytest

from landsea_search import Query, TooManyLabels, make_planner
from landsea_search.worksheet import command
from landsea_search.worksheet.feed import FeedProblem
from landsea_search.worksheet.feed_reading import read_feed
from landsea_search.worksheet.measuring import measure_search
from landsea_search.worksheet.rules import make_network

MONDAY = datetime(2027, 1, 4, tzinfo=UTC)
# A lorry from A to B each day at 08:00, 10 h; a train from B's yard C (45 min away) to D at 20:00 on Mondays and
# Tuesdays, and on Thursday by exception but not on Tuesday 12th; D one degree of longitude east of C, on the equator.
FEED = {
    "agency": ["agency_id,agency_name,agency_url,agency_timezone", "A,Corridor,http://example.org,Etc/UTC"],
    "stops": ["stop_id,stop_name,stop_lat,stop_lon", "A,road A,0,0", "B,road B,0,9", "C,rail C,0,9", "D,rail D,0,10"],
    "routes": ["route_id,route_type", "R,3"],
    "trips": ["route_id,service_id,trip_id", "R,daily,lorry", "R,early,train"],
    "calendar": [
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
        "daily,1,1,1,1,1,1,1,20270104,20270202",
        "early,1,1,0,0,0,0,0,20270104,20270202",
    ],
    "calendar_dates": ["service_id,date,exception_type", "early,20270107,1", "early,20270112,2"],
    "stop_times": [
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
        "lorry,08:00:00,08:00:00,A,1",
        "lorry,18:00:00,18:00:00,B,2",
        "train,20:00:00,20:00:00,C,1",
        "train,26:30:30,26:30:30,D,2",
    ],
    "transfers": [
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time",
        "A,A,2,1800",
        "B,B,2,1800",
        "C,C,2,4500",
        "B,C,2,2700",
        "C,B,2,2700",
    ],
}
DAY = 1440


def write(folder, feed=FEED):
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in feed.items():
        (folder / f"{name}.txt").write_text("\n".join(lines) + "\n")
    return folder


@pytest.fixture
def directory(tmp_path):
    write(tmp_path / "gtfs")
    rows = [["A", "D", 0], ["A", "D", DAY], ["D", "A", 0]]
    (tmp_path / "queries.json").write_text(json.dumps({"meta": {}, "queries": rows}))
    return tmp_path


def test_the_sheet_counts_a_journey_by_hand(directory):
    network = make_network(read_feed(directory / "gtfs", MONDAY))
    [journey] = make_planner(network).find_journeys(Query(0, 3, 0, 20 * DAY, 4))[:1]
    lorry, train = 1000.75, 111.19  # km
    # 08:00 to 18:00, transfer to 18:45, train at 20:00 (slack 75 min of tau 180), there at 02:31 (begun minutes count).
    assert journey.arrival == DAY + 2 * 60 + 31
    assert journey.cost == 3 + round(lorry * 0.110) + 15 + 6 + round(train * 0.035)
    assert journey.co2 == round(lorry * 0.080) + 2 + round(train * 0.028)
    assert journey.risk == 40  # int(100 x -ln(1 - 0.5 exp(-75/180)) + 0.5)
    assert [type(leg).__name__ for leg in journey.legs] == ["Ride", "Passage", "Ride"]


def test_days_of_running_follow_calendar_and_exceptions(directory):
    feed = read_feed(directory / "gtfs", MONDAY)
    assert [minute // DAY for minute in feed.days["train"][:6]] == [0, 1, 3, 7, 14, 15]
    assert len(feed.days["lorry"]) == 30


def test_waiting_is_less_risk_and_later(directory):
    network = make_network(read_feed(directory / "gtfs", MONDAY))
    front = make_planner(network).find_front(Query(0, 3, 0, 20 * DAY, 4))
    assert [(arrival // DAY, risk) for arrival, _, _, risk in front] == [(1, 40), (2, 0)]
    assert len(make_planner(network).find_front(Query(0, 3, 0, 20 * DAY, 3))) == 1


def test_a_feed_in_a_zip_file_is_the_same(directory):
    with zipfile.ZipFile(directory / "gtfs.zip", "w") as archive:
        for file in (directory / "gtfs").iterdir():
            archive.write(file, file.name)
    assert read_feed(directory / "gtfs.zip", MONDAY) == read_feed(directory / "gtfs", MONDAY)


def test_a_service_day_begins_in_the_agency_s_zone(directory):
    feed = {**FEED, "agency": [FEED["agency"][0], "A,Corridor,http://example.org,Asia/Shanghai"]}
    assert read_feed(write(directory / "far", feed), MONDAY).days["lorry"][0] == -8 * 60


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [
        ("stop_times", "lorry,08:00:00,08:00:00,X,3", "stop_times.txt, line 6: 'X'"),
        ("stop_times", "lorry,eight,08:00:00,A,3", "stop_times.txt, line 6"),
        ("transfers", "A,X,2,60", "transfers.txt, line 7: 'X'"),
        ("stops", "A,road A,0,0", "a stop_id twice"),
        ("stops", "E,road E,far,0", "stops.txt, line 6"),
        ("calendar", "odd,1,1,1,1,1,1,1,20270104,soon", "calendar.txt, line 4"),
        ("calendar_dates", "early,2027,1", "calendar_dates.txt, line 4"),
        ("stops", "E,tram E,0,0", "begin with one of road, rail"),
    ],
)
def test_a_broken_feed_is_refused_with_file_and_line(directory, file, line, says):
    feed = {**FEED, file: [*FEED[file], line]}
    with pytest.raises(FeedProblem, match=says):
        make_network(read_feed(write(directory / "broken", feed), MONDAY))


def test_the_command_writes_what_the_sheet_names(directory, capsys):
    out = directory / "out.json"
    for criteria, keys in ((1, set()), (3, {"fronts"}), (4, {"fronts"})):
        status = command.main([str(directory), "--criteria", str(criteria), "--out", str(out)])
        result = json.loads(out.read_text())
        assert status == 0
        assert set(result) == {"load_s", "median_ms", "p95_ms", "max_ms", "rss_mb", "arrivals"} | keys
        assert result["arrivals"] == [DAY + 151, 2 * DAY + 151, None]
    assert result["fronts"][0][0] == [DAY + 151, 138, 85, 40] and result["fronts"][2] == []
    assert "3 queries, criteria 4" in capsys.readouterr().out


def test_other_queries_and_fewer_of_them(directory):
    with (directory / "mine.json").open("w") as file:
        json.dump([["B", "D", 0], ["A", "D", 0]], file)
    out = directory / "out.json"
    options = ["--criteria", "3", "--queries", str(directory / "mine.json"), "--limit", "1", "--out", str(out)]
    assert command.main([str(directory / "gtfs"), *options]) == 0
    assert json.loads(out.read_text())["arrivals"] == [DAY + 151]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere", "--criteria", "1"], "no GTFS feed in nowhere"),
        (["odd.json", "--criteria", "1"], "no zip file and no folder"),
        ([".", "--criteria", "1", "--queries", "none.json"], "there is no none.json"),
        ([".", "--criteria", "1", "--queries", "odd.json"], "is no list of"),
        ([".", "--criteria", "1", "--queries", "far.json"], "the feed has no stop Z"),
    ],
)
def test_bad_input_gets_a_sentence(directory, monkeypatch, capsys, arguments, says):
    monkeypatch.chdir(directory)
    (directory / "odd.json").write_text('{"queries": [["A"]]}')
    (directory / "far.json").write_text('[["A", "Z", 3]]')
    assert command.main([*arguments, "--out", "out.json"]) == 2
    assert says in capsys.readouterr().err


def test_a_query_without_room_is_said_and_the_others_are_answered(directory, monkeypatch, capsys):
    class Small:
        def __init__(self, network):
            self.planner = make_planner(network)

        def find_front(self, query):
            if query.ready == DAY:
                raise TooManyLabels(7)
            return self.planner.find_front(query)

    monkeypatch.setattr(command, "measure_search", partial(measure_search, make=Small))
    out = directory / "out.json"
    assert command.main([str(directory), "--criteria", "4", "--out", str(out)]) == 1
    result = json.loads(out.read_text())
    assert result["arrivals"] == [DAY + 151, None, None]
    assert [front is None for front in result["fronts"]] == [False, True, False]
    assert [row["query"] for row in result["unanswered"]] == [2]
    assert "query 2: this question has more ways to compare than there is room for (7)" in capsys.readouterr().err


def test_the_command_runs_by_the_module_s_name(directory):
    called = [sys.executable, "-m", "landsea_search.worksheet", str(directory), "--criteria", "1", "--out", "out.json"]
    done = subprocess.run(called, cwd=directory, check=True, capture_output=True, text=True)
    assert "3 queries" in done.stdout
