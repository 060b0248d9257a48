"""What is kept in a file is the same when it is read again, and nothing else is taken for it."""

from dataclasses import dataclass, field

from landsea_core.kept_files import keep_in_file, read_kept_file


@dataclass(frozen=True, slots=True)
class Port:
    code: str
    hours: tuple[float, ...] = ()
    depth: float = field(init=False, default=9.5)


@dataclass(frozen=True, slots=True)
class SeaPort(Port):
    berths: int = 1


@dataclass
class Line:
    """Without slots, so written as Python writes it."""

    calls: list[Port]


def test_what_was_kept_is_read_again_whole(tmp_path):
    shared = Port("CNQZH", (1.0, 2.5))
    line = Line([shared, SeaPort("VNHPH", berths=3), shared])
    keep_in_file(tmp_path / "line.pickle", "digest", line)
    again = read_kept_file(tmp_path / "line.pickle", "digest", Line)
    assert again == line
    assert again.calls[0] is again.calls[2], "what is shared stays shared"
    assert hash(again.calls[0]) == hash(shared) and type(again.calls[1]) is SeaPort


def test_a_frozen_dataclass_is_read_without_looking_up_its_fields(tmp_path, monkeypatch):
    """Failed with Python's own way of writing, whose reading calls `__setstate__` of each object."""
    keep_in_file(tmp_path / "port.pickle", "digest", Port("CNQZH"))
    monkeypatch.delattr(Port, "__setstate__")
    assert read_kept_file(tmp_path / "port.pickle", "digest", Port) == Port("CNQZH")


def test_what_was_made_of_something_else_or_is_damaged_is_not_read(tmp_path):
    file = tmp_path / "port.pickle"
    assert read_kept_file(file, "digest", Port) is None
    keep_in_file(file, "digest", Port("CNQZH"))
    assert read_kept_file(file, "another", Port) is None
    assert read_kept_file(file, "digest", Line) is None
    file.write_bytes(file.read_bytes()[:-5])
    assert read_kept_file(file, "digest", Port) is None
    assert not list(tmp_path.glob("*.part"))
