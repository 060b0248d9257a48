"""Calls at any depth find room for their frames. What is counted are pages that the kernel has to bring: one or more for each
piece that Python maps anew.
"""

import resource
import sys
import threading

import pytest

from landsea.base.frame_room import call_with_room

DEPTHS = range(400)
ROUNDS = 200


def most_brought_at_one_depth() -> int:
    """Return how many pages of memory the most costly loop of calls had brought, of loops at many depths."""
    return max(count_brought_at(depth) for depth in DEPTHS)


def count_brought_at(depth: int) -> int:
    """Return how many pages of memory a loop of calls has brought that many calls deeper."""
    if depth:
        return count_brought_at(depth - 1)
    call_often()  # what is used for the first time is brought once
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    call_often()
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def call_often() -> None:
    """Call a function of several names again and again, at the depth of whoever asks."""
    for number in range(ROUNDS):
        add(number, 1, 2)


def add(one: int, two: int, three: int) -> int:
    """Return a sum."""
    return one + two + three


def run_in_a_thread(function) -> int:
    """Return what a function returns in a new thread, whose frames begin a piece of their own."""
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(function()))
    thread.start()
    thread.join()
    return found[0]


def test_no_depth_maps_memory_for_each_call():
    assert run_in_a_thread(lambda: call_with_room(most_brought_at_one_depth)) < ROUNDS / 10


@pytest.mark.skipif(
    sys.version_info >= (3, 13), reason="newer versions of Python keep a piece, so nothing is mapped anew"
)
def test_without_room_a_depth_does():
    assert run_in_a_thread(most_brought_at_one_depth) >= ROUNDS


def test_it_hands_on_what_it_is_given_and_what_goes_wrong():
    assert call_with_room(sorted, [2, 1], reverse=False) == [1, 2]
    with pytest.raises(ZeroDivisionError):
        call_with_room(divmod, 1, 0)
