"""Every page in the reader's language: no text of it is in another script or language, but originals and names that are marked.

LANDSEA_PAGE_LANGUAGES=all asks all languages and prints a table (`make drill` does), LANDSEA_PAGE_LANGUAGES=th,km some of them;
without it nothing is asked, since each language takes as long as all pages do. What may stand on a page unmarked is named in
`expected_words.txt`, with why. How a page is read is tested in `test_page_text`.
"""

import os
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from tests.contract.counting import READERS
from tests.contract.matrix import COLUMNS, committed_matrix
from tests.contract.page_text import Foreign, find_foreign, read_expected, read_runs

EXPECTED = read_expected(Path(__file__).with_name("expected_words.txt"))
ASKED = os.environ.get("LANDSEA_PAGE_LANGUAGES", "")
ALL = [code for code, _name in settings.LANGUAGES]
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not ASKED, reason="LANDSEA_PAGE_LANGUAGES names the languages that are asked"),
]


def test_no_page_shows_its_reader_another_language(everything, capsys):
    languages = ALL if ASKED == "all" else ASKED.split(",")
    readers = dict(_pages_with_readers())
    pages = [page for page in everything.pages() if page.is_first and page.pattern in readers]
    clients = {who: everything.client(who) for who in set(readers.values())}
    lines, faults = [], []
    for language in languages:
        counts: Counter[str] = Counter()
        for page in pages:
            found = _look_at(clients[readers[page.pattern]], page.address, language, counts)
            faults += [f"{language} {page.pattern} ({readers[page.pattern]}): {one.why}: {one.text}" for one in found]
            counts["foreign"] += len(found)
        expected = ", ".join(f"{why}: {n:,}" for why, n in sorted(counts.items()) if why.startswith("expected"))
        cells = (counts["pages"], counts["texts"], counts["marked"], expected, counts["foreign"])
        lines.append(f"| {language} | {' | '.join(map(str, cells))} |")
    with capsys.disabled():
        print("\n| language | pages | texts | marked as originals or names | unmarked, and why | not the reader's |")
        print("|---|---|---|---|---|---|", *lines, sep="\n")
        print(*faults, sep="\n")
    assert not faults, "\n".join(faults)


def _pages_with_readers():
    """Yield the address of each page that somebody is shown, with the first of READERS to whom it is, as the matrix has it."""
    for method, pattern, by in committed_matrix():
        shown = [who for who in READERS if by[COLUMNS[who]] == "200"]
        if method == "GET" and shown:
            yield pattern, shown[0]


def _look_at(client, address: str, language: str, counts: Counter[str]) -> list[Foreign]:
    cache.clear()  # limits per address count what was asked in the language before
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    response = client.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if response.status_code != 200 or "text/html" not in response.get("Content-Type", "") or not content.strip():
        return []
    counts["pages"] += 1
    found = []
    for run in read_runs(content.decode()):
        counts["texts"] += 1
        counts["marked"] += run.marked
        foreign = None if run.marked else find_foreign(run.text, language)
        if foreign and (why := EXPECTED.find(foreign)):
            counts[f"expected, {why}"] += 1
        elif foreign:
            found.append(foreign)
    return found
