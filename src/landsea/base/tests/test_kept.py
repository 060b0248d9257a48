"""What a process keeps: until the mark changes, for so long, and not at all where nothing is there."""

from landsea.base import kept
from landsea.base.kept import Kept, forget_everything


def test_a_thing_is_read_once_while_its_mark_is_the_same():
    mark, read = [1], []
    things = Kept(lambda: mark[0])
    for _ in range(3):
        assert things.get("a", lambda: read.append(mark[0]) or len(read)) == 1
    mark[0] = 2
    assert things.get("a", lambda: read.append(mark[0]) or len(read)) == 2
    assert read == [1, 2]


def test_a_mark_is_believed_for_so_long(monkeypatch):
    clock, asked = [0.0], []
    monkeypatch.setattr(kept.time, "monotonic", lambda: clock[0])
    things = Kept(lambda: asked.append(1) or 1, asked_every=0.5)
    for second in (0.0, 0.4, 0.6):
        clock[0] = second
        things.get("a", lambda: "read")
    assert len(asked) == 2


def test_what_lasts_so_long_is_read_again(monkeypatch):
    clock, read = [0.0], []
    monkeypatch.setattr(kept.time, "monotonic", lambda: clock[0])
    things = Kept(lasts=60)
    for second in (0.0, 59.0, 61.0):
        clock[0] = second
        things.get("a", lambda: read.append(1) or "read")
    assert len(read) == 2


def test_without_a_mark_nothing_is_kept():
    read = []
    things = Kept(lambda: None)
    for _ in range(2):
        things.get("a", lambda: read.append(1) or "read")
    assert len(read) == 2


def test_an_empty_answer_is_kept_only_where_asked():
    read = []
    things = Kept()
    for _ in range(2):
        things.get("a", lambda: read.append(1) or [], keep_empty=False)
    assert len(read) == 2


def test_what_was_forgotten_is_read_again():
    things = Kept()
    things.put({"a": 1})
    assert things.get("a", lambda: 2) == 1
    kept.forget_everything()
    assert things.get("a", lambda: 2) == 2


def test_what_was_kept_comes_back_once_all_since_is_undone():
    rows, words = Kept(), Kept()
    rows.put({"a": "before"})
    bring_back = kept.remember_everything()
    rows.put({"c": "before it was forgotten"})
    rows.forget()
    for one in (rows, words):
        one.put({"a": "meanwhile", "b": "meanwhile"})
    bring_back()
    assert (rows.get("a", lambda: ""), rows.find_unknown("bc")) == ("before", ["b", "c"])
    assert words.find_unknown(["a"]) == ["a"]


def test_only_what_is_not_kept_yet_is_asked_for():
    rows = Kept()
    rows.put({"M001": 1})
    assert rows.find_unknown(["M001", "M002"]) == ["M002"]
    rows.forget()
    assert rows.find_unknown(["M001"]) == ["M001"]


def test_what_was_read_unchanging_outlives_a_database():
    rows, words = Kept(), Kept(unchanging=True)
    for one in (rows, words):
        one.get("a", lambda: "first")
    forget_everything()
    assert (rows.get("a", lambda: "second"), words.get("a", lambda: "second")) == ("second", "first")
