"""Whether confidences mean what they say: of suggestions with confidence 0.8 to 0.9, how many are right?

Counted are the suggestions that a person sees first or among the first three, of topics, kinds of authority and countries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from landsea_core.text.evidence import Guess
from landsea_core.text.reader import Reader, Reading

BANDS = 10
_COUNTED = 3
_SIZE, _EDGE = 320, 40


@dataclass(frozen=True)
class Band:
    """One tenth of the scale, from `low` on: how many suggestions, the mean of their confidences, how many were right."""

    low: float
    count: int
    mean: float
    right: int

    @property
    def share(self) -> float:
        """The share that was right, 0 to 1; 0 in an empty band."""
        return self.right / self.count if self.count else 0.0


def list_labels(row: dict[str, Any], field: str) -> set[str]:
    """The labels that are right for a field of a row: its own and the alternatives; empty when it has none."""
    if not row.get(field):
        return set()
    others = row.get(f"alt_{field}") or []
    return {row[field], *([others] if isinstance(others, str) else others)}


def _list_suggestions(row: dict[str, Any], reading: Reading) -> Iterable[tuple[Guess, bool]]:
    for field, guesses in (
        ("topic", reading.topics),
        ("authority", reading.authorities),
        ("where", reading.countries if row.get("from") else []),
    ):
        right = list_labels(row, field)
        for guess in guesses[:_COUNTED] if right else []:
            yield guess, guess.value in right


def make_bands(rows: Iterable[dict[str, Any]], reader: Reader) -> list[Band]:
    """The ten bands of confidence over all suggestions for labelled rows."""
    sorted_in: list[list[tuple[Guess, bool]]] = [[] for _ in range(BANDS)]
    for row in rows:
        for guess, right in _list_suggestions(row, reader.read(row["text"], row.get("from") or "")):
            sorted_in[min(BANDS - 1, int(guess.confidence * BANDS))].append((guess, right))
    return [
        Band(
            at / BANDS,
            len(band),
            sum(guess.confidence for guess, _ in band) / len(band) if band else 0.0,
            sum(right for _, right in band),
        )
        for at, band in enumerate(sorted_in)
    ]


def draw_picture(found: Iterable[Band]) -> str:
    """The bands as a picture (SVG): confidence to the right, share that was right upwards; the line is where they are equal."""
    whole = _SIZE + 2 * _EDGE

    def x(value: float) -> float:
        return round(_EDGE + value * _SIZE, 1)

    def y(value: float) -> float:
        return round(_EDGE + (1 - value) * _SIZE, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{whole}" viewBox="0 0 {whole} {whole}" '
        'font-family="sans-serif" font-size="11" role="img">',
        "<title>Confidence of suggestions and the share that was right</title>",
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
        f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" stroke="#333" fill="none"/>',
    ]
    for tick in range(0, 11, 2):
        parts.append(f'<text x="{x(tick / 10)}" y="{y(0) + 16}" text-anchor="middle">{tick / 10}</text>')
        parts.append(f'<text x="{x(0) - 8}" y="{y(tick / 10) + 4}" text-anchor="end">{tick / 10}</text>')
    for band in found:
        if band.count:
            radius = round(2 + min(10.0, band.count**0.5 / 2), 1)
            parts.append(
                f'<circle cx="{x(band.mean)}" cy="{y(band.share)}" r="{radius}" fill="#0b6bcb" fill-opacity=".75"/>'
            )
            parts.append(
                f'<text x="{x(band.mean)}" y="{y(band.share) - radius - 3}" text-anchor="middle">{band.count}</text>'
            )
    parts.append(f'<text x="{whole / 2}" y="{whole - 4}" text-anchor="middle">confidence</text>')
    parts.append(f'<text x="12" y="{_EDGE - 14}">share that was right (number: suggestions)</text></svg>')
    return "\n".join(parts) + "\n"
