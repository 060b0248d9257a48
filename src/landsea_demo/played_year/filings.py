"""What is filed in the played year: a telling of a trouble, with figures, goods and an invented firm. Every telling is used
before one is used again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from random import Random
from zlib import crc32

from landsea.cases.filing_plan import Filing
from landsea.cases.understanding.suggestions import keep_choices
from landsea_core.caseflow import Lane, Visibility
from landsea_demo.played_year.figures import Figures, make_figures
from landsea_demo.played_year.troubles import COUNTRY_OF, Goods, Trouble, read_firms, read_sayings
from landsea_demo.problem_filings import PAGE_LANGUAGES

URGENT_SHARE, HIDDEN_SHARE = 0.4, 0.05
SHOWN = (*(Visibility.NAMED,) * 4, Visibility.COORDINATOR_ONLY)
LATER = timedelta(days=8)


@dataclass(frozen=True)
class Telling:
    """One text of a trouble, in a language."""

    trouble: Trouble
    language: str
    words: str


@dataclass(frozen=True)
class Written:
    """A problem as it is filed, of which trouble it is, and its figures; `desk_language` is that of the desk."""

    filing: Filing
    trouble: Trouble
    figures: Figures


def deal_tellings(troubles: Iterable[Trouble], chance: Random) -> Iterator[Telling]:
    """Yield the tellings of these troubles without end, each once before any comes again; each language is spread evenly."""
    by_language: dict[str, list[Telling]] = {}
    for trouble in troubles:
        for language, texts in trouble.tellings.items():
            by_language.setdefault(language, []).extend(Telling(trouble, language, words) for words in texts)
    for _turn in count():
        places = []
        for tellings in by_language.values():
            chance.shuffle(tellings)
            places += [((rank + 0.5) / len(tellings), telling) for rank, telling in enumerate(tellings)]
        yield from (telling for _place, telling in sorted(places, key=lambda one: one[0]))


def write_filing(
    telling: Telling,
    when: datetime,
    chance: Random,
    form_key: str,
    goods: Goods | None = None,
    taken: set[str] | None = None,
) -> Written:
    """Return a telling as it is filed at `when`: with these goods or some of its trouble's, figures and a firm by chance, and
    in words that are not yet `taken`, to which they are added.
    """
    trouble, language, taken = telling.trouble, telling.language, set() if taken is None else taken
    while True:
        chosen = goods or (chance.choice(trouble.goods) if trouble.goods else None)
        figures = make_figures(telling.words, chosen, when.date(), chance, urgent=trouble.urgent)
        text = figures.write(telling.words, language, when.date() + LATER)
        if text not in taken:
            break
    taken.add(text)
    is_urgent = trouble.urgent and chance.random() < URGENT_SHARE
    country = COUNTRY_OF.get(language, trouble.english_from)
    hides = chance.random() < HIDDEN_SHARE
    firm = chance.choice(read_firms()[country])
    filing = Filing(
        text=text,
        language=PAGE_LANGUAGES.get(language, language),
        place_code=trouble.place,
        country=trouble.country,
        filer_country=country,
        goods=chosen.names[language] if chosen else "",
        hs=chosen.hs if chosen else "",
        topic=trouble.topic,
        matter=trouble.matter,
        lane=Lane.URGENT if is_urgent else Lane.NORMAL,
        lane_reason=chance.choice(read_sayings()["cannot_wait"][language]) if is_urgent else "",
        visibility=Visibility.PSEUDONYMOUS if hides else chance.choice(SHOWN),
        party="" if hides else firm,
        email="" if hides else invent_address(firm),
        form_key=form_key,
        is_demo=True,
    )
    return Written(add_choices(filing), trouble, figures)


def add_choices(filing: Filing) -> Filing:
    """Return the filing with what its filer chose, to be held against what its words say."""
    chosen = {
        "matter": filing.matter,
        "country": filing.country,
        "goods": f"{filing.goods} {filing.hs}".strip(),
        "filer_country": filing.filer_country,
    }
    return replace(filing, to_read=keep_choices(chosen))


def invent_address(firm: str) -> str:
    """Return the invented address of an invented firm, the same every time."""
    return f"firm{crc32(firm.encode()) % 100_000:05d}@demo.example.org"
