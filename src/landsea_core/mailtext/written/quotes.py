"""Lines with quote marks, and what says above them who wrote them: taken out, or taken as the matter."""

from landsea_core.mailtext.written.attributions import count_attribution_lines, count_lines_above_quote
from landsea_core.mailtext.written.lines import is_quoted, strip_quote_mark


def drop_quotes(lines: list[str]) -> list[str]:
    """Return the lines without those that carry quote marks and without what says above them who wrote these."""
    above = find_lines_above_quotes(lines)
    return [line for number, line in enumerate(lines) if number not in above and not is_quoted(line)]


def list_quoted_words(lines: list[str]) -> list[str]:
    """Return the quoted lines without their marks."""
    return [strip_quote_mark(line) for line in lines if is_quoted(line)]


def find_lines_above_quotes(lines: list[str]) -> set[int]:
    """Return the numbers of the lines that say, right above quoted ones, who wrote these."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if is_quoted(line) and not (number and is_quoted(lines[number - 1])):
            above = _attribution_above(lines, number) or count_lines_above_quote(lines, number)
            found.update(range(number - above, number))
    return found


def _attribution_above(lines: list[str], quote: int) -> int:
    """Return how many lines above a quoted line say who wrote it, with the blank ones between; the earliest start counts."""
    for start in range(max(0, quote - 6), quote):
        count = count_attribution_lines(lines, start)
        if count and not any(line.strip() for line in lines[start + count : quote]):
            return quote - start
    return 0
