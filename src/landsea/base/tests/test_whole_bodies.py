"""Bodies are taken in whole before anybody is asked: half a body is refused, and a line that brings too little is cut off."""

import io
import os
import socket
from contextlib import ExitStack
from time import sleep

import pytest

from landsea.base.proxies import read_networks
from landsea.base.slow_lines import GRACE, LEAST, SlowLines
from landsea.base.whole_bodies import AHEAD, FOR_OTHERS, LARGEST, ROOM, STEP, Coming, WholeBodies


def echo(environ, start_response):
    """Answer with what was sent."""
    start_response("200 OK", [])
    return [environ["wsgi.input"].read()]


def ask(application, stream=None, length=None, address="192.0.2.1"):
    """Return (status, body) of a request with a body of this length from this address."""
    said = []
    environ = {"REMOTE_ADDR": address, "SERVER_PORT": "8000", "wsgi.input": stream or io.BytesIO()}
    environ |= {"CONTENT_LENGTH": str(length)} if length is not None else {}
    parts = application(environ, lambda status, _headers: said.append(status))
    return said[0][:3], b"".join(parts)


@pytest.mark.parametrize("body", [b"a=1", b"x" * (3 * STEP + 1)])
def test_a_whole_body_is_given_as_it_came(body):
    assert ask(WholeBodies(echo), io.BytesIO(body + b"next request"), len(body)) == ("200", body)


def test_the_body_is_closed_with_the_answer():
    environ = {"SERVER_PORT": "8000", "CONTENT_LENGTH": "3", "wsgi.input": io.BytesIO(b"a=1")}
    answer = WholeBodies(echo)(environ, lambda _status, _headers: None)
    assert list(answer) == [b"a=1"] and not environ["wsgi.input"].closed
    answer.close()
    assert environ["wsgi.input"].closed


@pytest.mark.parametrize("length", [None, "", 0, "000", "-1", "seven"])
def test_what_says_no_length_is_passed_on(length):
    assert ask(WholeBodies(echo), io.BytesIO(), length) == ("200", b"")


def test_half_a_body_reaches_nobody():
    def never(_environ, _start_response):
        raise AssertionError("half a form was given on")

    assert ask(WholeBodies(never), io.BytesIO(b"text=Our durian wa"), 200)[0] == "400"
    assert ask(WholeBodies(never), io.BytesIO(b""), LARGEST + 1)[0] == "413"
    assert ask(WholeBodies(never), io.BytesIO(b""), "9" * 5000)[0] == "413"


def test_a_body_is_late_only_when_it_comes_too_slowly_for_long():
    assert not Coming("192.0.2.1", 8000, since=0.0).is_late(GRACE)
    assert Coming("192.0.2.1", 8000, since=0.0).is_late(GRACE + 1)
    assert not Coming("192.0.2.1", 8000, since=0.0, bytes=LEAST * 600).is_late(590.0)
    assert Coming("192.0.2.1", 8000, since=0.0, bytes=LEAST * 600).is_late(610.0)


def test_a_body_that_came_fast_and_stops_is_late_a_minute_after():
    """Else a megabyte sent at once would hold a thread for a quarter of an hour, and ten for hours."""
    coming = Coming("192.0.2.1", 8000, since=0.0, bytes=10 * 1024 * 1024)
    assert not coming.is_late(10.0)
    assert not coming.is_late(10.0 + AHEAD)
    assert coming.is_late(11.0 + AHEAD)
    coming.bytes += LEAST * 20
    assert not coming.is_late(12.0 + AHEAD), "it goes on"


def test_lines_that_are_just_fast_enough_leave_threads_for_pages():
    """Sixty-four lines of 1 KiB a second held all threads of two processes for hours: each of them was fast enough."""
    bodies = WholeBodies(echo)
    people = [{"REMOTE_ADDR": f"192.0.2.{10 + line}", "SERVER_PORT": "8000"} for line in range(ROOM)]
    held = [bodies._waiting(one) for one in people]
    coming = [one.__enter__() for one in held]
    assert ask(bodies, io.BytesIO(b"a=1"), 3)[0] == "503", "no thread waits for one more"
    assert ask(bodies) == ("200", b""), "a page needs no body"
    begun, asked = coming[0].since, []

    class Lines:
        """Keeps what it was asked."""

        def cut_off(self, awaited, late, now, least=LEAST, grace=GRACE, most=None):
            asked.append((bool(late), least))
            return 0

    for second in range(1, 9):
        for one in coming:
            one.bytes += LEAST if one is not coming[0] else 128 * 1024
        bodies._cut_off(Lines(), coming, begun + second)
    assert asked[0] == (False, 2 * LEAST) and asked[-1] == (True, 64 * LEAST)
    assert not coming[0].is_late(begun + 9, 64 * LEAST), "who brings much stays"
    bodies._cut_off(Lines(), coming[:2], begun + 9)
    assert asked[-1] == (False, LEAST), "with room again, a slow line stays"
    for one in held:
        one.__exit__(None, None, None)
    assert ask(bodies, io.BytesIO(b"a=1"), 3)[0] == "200"


def test_full_of_slow_telephones_one_goes_and_of_a_crowd_a_quarter():
    """Twelve drivers at 3 KiB a second, each on a telephone of its own, were all cut off in the third second."""
    goes = []

    class Lines:
        """Keeps of whom it was told to cut off how many."""

        def cut_off(self, awaited, late, now, least=LEAST, grace=GRACE, most=None):
            goes.append((late, most))
            return 0

    def look_on(addresses):
        bodies, coming = WholeBodies(echo), [Coming(address, 8000, since=0.0) for address in addresses]
        for second in range(1, 6):
            for one in coming:
                one.bytes += 3 * LEAST
            bodies._cut_off(Lines(), coming, float(second))
        return goes.pop()

    drivers = [f"192.0.2.{number}" for number in range(ROOM)]
    assert look_on(drivers) == ({(one, 8000): 1 for one in drivers}, 1)
    assert look_on(["198.51.100.7"] * (ROOM - 2) + drivers[:2]) == ({("198.51.100.7", 8000): ROOM - 2}, 3)


@pytest.fixture
def lines():
    """A place to listen, and two lines to it: (our end, the other end) of each, with our port."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    theirs = [socket.create_connection(("127.0.0.1", port)) for _line in range(2)]
    ours = [listening.accept()[0] for _line in range(2)]
    yield port, list(zip(ours, theirs, strict=True))
    for one in (listening, *ours, *theirs):
        one.close()


def test_a_line_that_brings_too_little_is_cut_off_and_no_other(lines):
    port, [(slow, slow_there), (fast, fast_there)] = lines
    awaited = {("127.0.0.1", port): 1}
    looking, much = SlowLines(), int(2 * GRACE * LEAST)
    assert looking.cut_off(awaited, awaited, 0.0) == 0
    slow_there.sendall(b"a")
    fast_there.sendall(b"a" * much)
    assert slow.recv(1) == b"a"
    while much > 0:
        much -= len(fast.recv(65536))
    assert looking.cut_off(awaited, awaited, GRACE / 2) == 0
    assert looking.cut_off(awaited, {}, GRACE) == 0, "nothing of this address is late"
    before = os.listdir("/proc/self/fd")
    assert looking.cut_off(awaited, awaited, GRACE) == 1
    assert len(os.listdir("/proc/self/fd")) == len(before), "no handle stays open"
    assert slow_there.recv(1) == b"", "cut off"
    fast_there.sendall(b"still here")
    assert fast.recv(20) == b"still here"


def test_of_slow_lines_the_slowest_go(lines):
    port, [(slow, slow_there), (slower, slower_there)] = lines
    awaited = {("127.0.0.1", port): 1}
    looking = SlowLines()
    assert looking.cut_off(awaited, awaited, 0.0) == 0
    slow_there.sendall(b"a" * 1000)
    slower_there.sendall(b"a")
    assert len(slow.recv(1000)) == 1000 and slower.recv(1) == b"a"
    assert looking.cut_off(awaited, awaited, GRACE, most=1) == 1
    assert slower_there.recv(1) == b"", "cut off"
    slow_there.sendall(b"still here")
    assert slow.recv(20) == b"still here"


def test_lines_that_wait_for_a_request_are_not_taken_for_slow_bodies(lines):
    """A proxy keeps such lines by the dozen: they went first, one a second, and the body that held a thread stayed."""
    port, [(waiting, waiting_there), (slow, slow_there)] = lines
    awaited = {("127.0.0.1", port): 1}
    looking = SlowLines()
    for line, there in ((waiting, waiting_there), (slow, slow_there)):
        there.sendall(b"a request" + b"x" * 500)
        assert len(line.recv(1000)) == 509
    sleep(0.02)
    waiting.sendall(b"its answer")
    assert waiting_there.recv(20) == b"its answer"
    assert looking.cut_off(awaited, awaited, 0.0) == 0
    sleep(0.02)
    slow_there.sendall(b"a byte")
    assert slow.recv(6) == b"a byte"
    assert looking.cut_off(awaited, awaited, GRACE) == 1, "one body is late, so one line goes"
    assert slow_there.recv(1) == b"", "cut off"
    waiting_there.sendall(b"the next request")
    assert waiting.recv(20) == b"the next request"


def test_a_network_that_sends_on_many_lines_leaves_places_to_others_behind_our_proxy_too():
    bodies = WholeBodies(echo, read_networks("10.0.0.0/8"))
    with ExitStack() as held:

        def come(person, peer="10.0.0.1"):
            environ = {"REMOTE_ADDR": peer, "SERVER_PORT": "8000", "HTTP_X_FORWARDED_FOR": person}
            return held.enter_context(bodies._waiting(environ)) is not None

        many = [come(f"2001:db8::{number}") for number in range(ROOM)]
        assert many == [True] * (ROOM - FOR_OTHERS) + [False] * FOR_OTHERS
        assert [come("198.51.100.7"), come("198.51.100.7"), come("198.51.100.7")] == [True, True, False]
        assert come("203.0.113.5", peer="192.0.2.1"), "what a stranger says of itself counts for nothing"
        assert come("203.0.113.6", peer="192.0.2.1") and not come("203.0.113.7", peer="192.0.2.1")


def test_a_line_on_which_an_answer_goes_out_stays(lines):
    port, [(slow, slow_there), (answering, reading)] = lines
    awaited = {("127.0.0.1", port): 1}
    looking = SlowLines()
    assert looking.cut_off(awaited, awaited, 0.0) == 0
    answering.sendall(b"a long answer")
    assert reading.recv(20) == b"a long answer"
    reading.sendall(b".")  # says with it what arrived
    assert answering.recv(1) == b"."
    assert looking.cut_off(awaited, awaited, GRACE) == 1
    assert slow_there.recv(1) == b"", "the other one is cut off"
    answering.sendall(b"and more")
    assert reading.recv(20) == b"and more"
