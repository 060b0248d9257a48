"""What everybody of the cast gets at every address: asked, not reasoned. Kept in `permission_matrix.txt`.

Renew the file with `python -m pytest tests/contract/test_permissions.py --renew` after reading the difference.
"""

from pathlib import Path

from tests.contract.walk import EVERYBODY, Walk

FILE = Path(__file__).with_name("permission_matrix.txt")
COLUMNS = {who: who.replace("other_", "o.")[:6] for who in EVERYBODY}
"""Everybody who is asked, and what their column is called."""
WIDTH = 64


def matrix_of(walk: Walk) -> str:
    """Return the matrix as text, one line an address and method."""
    lines = [f"{'':<5}{'route':<{WIDTH}}" + "".join(f"{name:>7}" for name in COLUMNS.values())]
    rows = [(page.pattern, number, method, by) for number, ((method, page), by) in enumerate(walk.answers.items())]
    for pattern, _number, method, by in sorted(rows, key=lambda row: (row[0], row[2], row[1])):
        lines.append(f"{method:<5}{pattern:<{WIDTH}}" + "".join(f"{by[who].result:>7}" for who in COLUMNS))
    return "\n".join(lines) + "\n"


def committed_matrix() -> list[tuple[str, str, dict[str, str]]]:
    """Return the rows of the committed matrix: method, pattern, result by column."""
    header, *lines = FILE.read_text().splitlines()
    people = header.split()[1:]
    return [
        (line[:5].strip(), line[5 : 5 + WIDTH].strip(), dict(zip(people, line[5 + WIDTH :].split(), strict=True)))
        for line in lines
    ]
