"""Names as labels: cut into at most so many lines where words end, and drawn narrower where a word is still too wide."""

from dataclasses import dataclass

from landsea_core.planner.diagram.text_widths import measure_width
from landsea_core.text.letters.segmentation import find_segments

NARROWEST = 0.78
"""How far a line may be drawn narrower than its letters are; below that nobody likes to read it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name in lines, each with its width on the picture; `narrowed`: those that are drawn narrower, to this width."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    narrowed: tuple[bool, ...]
    fits: bool

    @property
    def width(self) -> float:
        """Return the width of its widest line."""
        return max(self.widths, default=0.0)


def make_label(name: str, room: float, size: float, most_lines: int) -> Label:
    """Return a name as a label at most `room` wide in type of `size`.

    `make_label("Bandar Seri Begawan", 70, 11, 2).lines` is ("Bandar Seri", "Begawan").
    """
    lines = _break_lines(name, room / size, most_lines)
    wanted = [measure_width(line) * size for line in lines]
    narrowed = tuple(width > room for width in wanted)
    fits = all(width * NARROWEST <= room for width in wanted) and len(lines) <= most_lines
    return Label(tuple(lines), tuple(min(width, room) for width in wanted), narrowed, fits)


def _break_lines(name: str, room: float, most: int) -> list[str]:
    """Return the lines with the least wide widest one; one line where it fits."""
    if most == 1 or measure_width(name) <= room:
        return [name]
    ends = [end for _, end in find_segments(name)][:-1]
    cuts = [(name[:end].rstrip(), name[end:].lstrip()) for end in ends if _may_break(name, end)]
    if not cuts:
        return [name]
    return list(min(cuts, key=lambda cut: (max(map(measure_width, cut)), cut)))


def _may_break(name: str, end: int) -> bool:
    """Say whether a line may end before the letter at `end`: not before a closing sign, nor after an opening one."""
    return name[end:].lstrip()[:1] not in ")].,-’'" and name[:end].rstrip()[-1:] not in "([’'"
