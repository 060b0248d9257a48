"""Pictures that ask for much: one at a time, each in a process whose memory is bounded and that may die."""

import contextlib
import fcntl
import io
import os
import subprocess
import sys

import pytest
from PIL import Image

from landsea.base.files import picture_decoder, picture_turns
from landsea.base.files.office_papers import FileRefused
from landsea.base.files.picture_turns import draw_in_turn
from landsea.base.proxies import BehindProxies, find_asking_address, remember_address
from landsea.cases.tests import uploads

GREEDY = {
    "a progressive JPEG of 120 million pixels": ("JPEG", "RGB", (10_900, 11_000), {"quality": 30, "progressive": True}),
    "a progressive JPEG of 50 million pixels": ("JPEG", "RGB", (8_160, 6_120), {"quality": 30, "progressive": True}),
    "an ordinary JPEG of 120 million pixels": ("JPEG", "RGB", (10_900, 11_000), {"quality": 30}),
    "a transparent PNG of 40 million pixels": ("PNG", "RGBA", (6_300, 6_300), {}),
    "a transparent WebP of 24 million pixels": ("WEBP", "RGBA", (4_890, 4_890), {"quality": 10}),
}
MEASURE = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-I", *sys.argv[1:]], stdin=sys.stdin.buffer, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.parametrize(("kind", "mode", "size", "how"), GREEDY.values(), ids=GREEDY)
def test_no_picture_takes_more_memory_than_one_bound(kind, mode, size, how, tmp_path):
    picture = tmp_path / "picture"
    Image.new(mode, size, (90,) * len(mode)).save(picture, kind, **how)
    with picture.open("rb") as file:
        command = [sys.executable, "-c", MEASURE, picture_decoder.__file__, kind]
        kilobytes = int(subprocess.run(command, stdin=file, capture_output=True, check=True).stdout)
    assert kilobytes * 1024 <= picture_decoder.MOST_MEMORY


@pytest.mark.parametrize(
    ("kind", "size", "how"),
    [("JPEG", (8_160, 6_120), {"progressive": True}), ("JPEG", (12_000, 9_000), {}), ("PNG", (4_960, 7_016), {})],
    ids=["a progressive JPEG of 50 million pixels", "a JPEG of 108 million", "a page scanned at 600 dots an inch"],
)
def test_what_cameras_and_scanners_make_is_taken(kind, size, how):
    raw = io.BytesIO()
    Image.new("RGB", size, "grey").save(raw, kind, **how)
    drawn = Image.open(io.BytesIO(draw_in_turn("port.jpg", kind, raw.getvalue())))
    assert max(drawn.size) == picture_decoder.LONGEST_SIDE


@pytest.mark.parametrize("subsampling", [0, 2])
def test_a_picture_that_would_need_too_much_is_known_by_its_header(subsampling):
    raw = io.BytesIO()
    Image.new("L", (16, 16)).convert("RGB").save(raw, "JPEG", progressive=True, subsampling=subsampling)
    head = raw.getvalue().replace(b"\x00\x10\x00\x10\x03", b"\x2a\x94\x2a\xf8\x03")  # it says 11,000 by 10,900
    with pytest.raises(Image.DecompressionBombError):
        picture_decoder.draw_anew(head, "JPEG")


@pytest.mark.parametrize(
    "dies",
    ["import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "raise MemoryError", "import os; os.abort()"],
)
def test_a_process_that_dies_of_a_picture_ends_nothing_else(dies, monkeypatch):
    monkeypatch.setattr(picture_turns, "DECODER", [sys.executable, "-c", dies])
    with pytest.raises(FileRefused, match="port.png says that it is too many pixels"):
        draw_in_turn("port.png", "PNG", uploads.photo("PNG"))


def test_the_log_says_why_a_process_ended_and_names_no_file(monkeypatch, caplog):
    monkeypatch.setattr(picture_turns, "DECODER", [sys.executable, "-c", "import a_package_that_is_missing"])
    with pytest.raises(FileRefused):
        draw_in_turn("port.png", "PNG", uploads.photo("PNG"))
    assert "ended with 1" in caplog.text and "a_package_that_is_missing" in caplog.text
    assert "port.png" not in caplog.text


def test_a_process_that_takes_for_ever_is_ended(monkeypatch):
    monkeypatch.setattr(picture_turns, "DECODER", [sys.executable, "-c", "import signal; signal.pause()"])
    monkeypatch.setattr(picture_turns, "LASTS", 0.2)
    with pytest.raises(FileRefused, match="too many pixels"):
        draw_in_turn("port.png", "PNG", uploads.photo("PNG"))


def test_only_one_picture_is_drawn_at_a_time(settings, monkeypatch):
    monkeypatch.setattr(picture_turns, "WAITS", 0)
    settings.VAR.mkdir(parents=True, exist_ok=True)
    taken = os.open(settings.VAR / "drawing.lock", os.O_CREAT | os.O_RDWR)
    fcntl.flock(taken, fcntl.LOCK_EX)  # as another request of any process of this machine holds it
    with pytest.raises(FileRefused, match="Send it again in a minute"):
        draw_in_turn("port.png", "PNG", uploads.photo("PNG"))
    os.close(taken)  # as when that process dies
    assert draw_in_turn("port.png", "PNG", uploads.photo("PNG"))


def test_a_network_that_sends_many_waits_behind_itself_and_holds_nobody_else(settings, monkeypatch):
    monkeypatch.setattr(picture_turns, "WAITS", 0)
    settings.VAR.mkdir(parents=True, exist_ok=True)
    theirs = picture_turns.name_of_gate("192.0.2.7")
    assert theirs == picture_turns.name_of_gate("::ffff:192.0.2.7") != picture_turns.name_of_gate("198.51.100.7")
    waits = os.open(settings.VAR / theirs, os.O_CREAT | os.O_RDWR)
    fcntl.flock(waits, fcntl.LOCK_EX)  # as a picture of that network does that is in the machine's queue
    with remember_address("192.0.2.7"), pytest.raises(FileRefused, match="Send it again in a minute"):
        draw_in_turn("port.png", "PNG", uploads.photo("PNG"))
    with remember_address("198.51.100.7"):
        assert draw_in_turn("port.png", "PNG", uploads.photo("PNG"))
    os.close(waits)


def test_few_threads_wait_for_their_turn_and_fewer_of_one_network():
    """Sixteen pictures of one network held all threads of a process for twenty seconds, and so again."""
    with contextlib.ExitStack() as waiting:
        for number in range(picture_turns.MOST_WAIT):
            address = f"192.0.2.{number // picture_turns.MOST_OF_A_NETWORK}"
            waiting.enter_context(remember_address(address))
            if number == picture_turns.MOST_OF_A_NETWORK:
                with remember_address("192.0.2.0"), pytest.raises(FileRefused, match="Send it again in a minute"):
                    draw_in_turn("port.png", "PNG", uploads.photo("PNG"))
            waiting.enter_context(picture_turns._place("port.png"))
        with remember_address("198.51.100.7"), pytest.raises(FileRefused, match="Send it again in a minute"):
            draw_in_turn("port.png", "PNG", uploads.photo("PNG"))
    assert draw_in_turn("port.png", "PNG", uploads.photo("PNG")) and not picture_turns._waiting


def test_a_view_knows_whom_it_answers(rf):
    told = []
    BehindProxies(lambda _request: told.append(find_asking_address()))(rf.get("/", REMOTE_ADDR="192.0.2.7"))
    assert told == ["192.0.2.7"] and find_asking_address() == ""


def test_the_decoder_knows_nothing_of_the_platform():
    said = subprocess.run(
        [sys.executable, "-I", "-X", "importtime", picture_decoder.__file__, "PNG"],
        input=uploads.photo("PNG"),
        capture_output=True,
        check=True,
    )
    assert b"django" not in said.stderr and b"landsea" not in said.stderr
