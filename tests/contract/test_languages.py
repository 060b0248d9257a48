"""Every page in the reader's language: no text of it is in another script or language, but originals and names that are marked.

LANDSEA_PAGE_LANGUAGES=all asks all languages for every page and prints a table (`make drill` does), LANDSEA_PAGE_LANGUAGES=th
some of them. Without it the most used pages are asked in two languages, of an officer and a filer who share no script: all
pages in all languages take long. What may stand on a page unmarked is named in `expected_words.txt`, with why. How a page is
read is tested in `test_page_text`.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from tests.contract.counting import READERS
from tests.contract.matrix import COLUMNS, committed_matrix
from tests.contract.one_of_each.everything import Page
from tests.contract.own_words import LATIN
from tests.contract.page_text import Foreign, find_foreign, read_expected, read_runs

from landsea.base.kept import forget_everything
from landsea.directory.models import Matter, Topic
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.translations import KINDS, Translations, read_lines

EXPECTED = read_expected(Path(__file__).with_name("expected_words.txt"))
KEPT = "a name that the reference keeps in Latin letters in this language"
LATIN_NAME = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff’'-]+(?:[ .&]+[A-Za-z\u00c0-\u024f\u1e00-\u1eff’'-]+)*")
ASKED = os.environ.get("LANDSEA_PAGE_LANGUAGES", "")
ALL = [code for code, _name in settings.LANGUAGES]
MOST_USED = (
    "",
    "file/",
    "who/",
    "who/desks/<str:code>/",
    "rules/",
    "rules/checklist/",
    "plan/",
    "barriers/",
    "search/",
    "help/",
    "queue/",
    "cases/<str:ref>/",
    "my/<str:ref>/",
)
"""The pages that are asked in every run."""
ALWAYS = ("zh-hans", "lo")
"""The languages in which they are."""
pytestmark = [pytest.mark.django_db]


def test_no_page_shows_its_reader_another_language(everything, capsys):
    languages = ALL if ASKED == "all" else ASKED.split(",") if ASKED else ALWAYS
    name_topics_as_the_reference_does()
    readers = dict(_pages_with_readers())
    pages = [page for page in everything.pages() if page.is_first and page.pattern in readers]
    pages = pages if ASKED else [page for page in pages if page.pattern in MOST_USED]
    clients = {who: everything.client(who) for who in {readers[page.pattern] for page in pages}}
    lines, faults = [], []
    for language in languages:
        counts: Counter[str] = Counter()
        kept = None if language in LATIN else read_names_kept(language)
        for page in pages:
            found = _look_at(clients[readers[page.pattern]], page, language, counts, kept)
            faults += [f"{language} {page.pattern} ({readers[page.pattern]}): {one.why}: {one.text}" for one in found]
            counts["foreign"] += len(found)
        expected = ", ".join(f"{why}: {n:,}" for why, n in sorted(counts.items()) if why.startswith("expected"))
        cells = (counts["pages"], counts["texts"], counts["marked"], expected, counts["foreign"])
        lines.append(f"| {language} | {' | '.join(map(str, cells))} |")
        if counts["pages"] < len(MOST_USED) - 1:
            faults.append(f"{language}: only {counts['pages']} of {len(pages)} pages were shown")
    if ASKED:
        with capsys.disabled():
            print(
                "\n| language | pages | texts | marked as originals or names | unmarked, and why | not the reader's |"
            )
            print("|---|---|---|---|---|---|", *lines, sep="\n")
            print(*faults, sep="\n")
    assert not faults, "\n".join(faults)


def name_topics_as_the_reference_does() -> None:
    """Give the topics and matters of the tests' world, which have English names, those of the reference in all languages."""
    reference = find_default_data_folder() / "reference"
    translations = Translations.load(reference, "topics")
    for row in (translations.fill(line.row) for line in read_lines(reference, KINDS["topics"])):
        Topic.objects.update_or_create(code=row["topic"], defaults={"names": row["names"]})
        for matter in row["matters"]:
            Matter.objects.filter(code=matter["matter"]).update(names=matter["names"])
    forget_everything()


def _pages_with_readers() -> Iterator[tuple[str, str]]:
    """Yield the address of each page that somebody is shown, with the first of READERS to whom it is, as the matrix has it."""
    for method, pattern, by in committed_matrix():
        shown = [who for who in READERS if by[COLUMNS[who]] == "200"]
        if method == "GET" and shown:
            yield pattern, shown[0]


def read_names_kept(language: str) -> re.Pattern[str]:
    """Return what finds the names in Latin letters that places, figures and listings have in the reference's own texts of a
    language, each as a whole ("Smart China Expo"): names of firms and meetings that nobody translates.
    """
    folder = find_default_data_folder() / "reference" / "words" / ("zh-hans" if language == "zh-hant" else language)
    files = [folder / f"{name}.jsonl" for name in ("places", "figures", "elsewhere", "exchange", "offices", "desks")]
    said = (json.loads(line)["said"] for path in files if path.exists() for line in path.open(encoding="utf-8"))
    names = {name.strip("-") for text in said for name in LATIN_NAME.findall(str(text)) if not name.isupper()}
    longest_first = sorted(names - {""}, key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![A-Za-z])")


def _look_at(client, page: Page, language: str, counts: Counter[str], kept: re.Pattern[str] | None) -> list[Foreign]:
    cache.clear()  # limits per address count what was asked in the language before
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    response = client.get(page.address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if response.status_code != 200 or "text/html" not in response.get("Content-Type", "") or not content.strip():
        return []
    counts["pages"] += 1
    found = []
    for run in read_runs(content.decode()):
        counts["texts"] += 1
        counts["marked"] += run.marked
        if run.marked:
            continue
        text, named = EXPECTED.leave_out(run.text)
        foreign = find_foreign(text, language)
        if why := (EXPECTED.find(foreign, page.pattern) if foreign else named):
            counts[f"expected, {why}"] += 1
        elif foreign and kept and not find_foreign(kept.sub(" ", text), language):
            counts[f"expected, {KEPT}"] += 1
        elif foreign:
            found.append(Foreign(foreign.why, foreign.words, run.text))
    return found
