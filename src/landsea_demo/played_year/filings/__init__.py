"""What is filed in the played year: kinds of trouble in ten languages, put together so that hardly two read alike."""

from dataclasses import dataclass
from random import Random

from landsea.cases.filing_plan import Filing
from landsea.cases.understanding.suggestions import choices_in
from landsea_core.caseflow import Lane, Visibility
from landsea_demo.played_year.filings import chinese, english, lao, thai, vietnamese
from landsea_demo.played_year.filings.answers import ANSWERS
from landsea_demo.played_year.filings.ends import ENDS
from landsea_demo.played_year.filings.kinds import GOODS, KINDS
from landsea_demo.problem_filings import PAGE_LANGUAGES

WORDS = {
    "en": english.WORDS,
    "zh": chinese.WORDS,
    "vi": vietnamese.WORDS,
    "lo": lao.WORDS,
    "th": thai.WORDS,
}
FILERS = {"en": ("LA", "TH", "KH", "MM", "SG"), "zh": ("CN",), "vi": ("VN",), "lo": ("LA",), "th": ("TH",)}
SHARES = {"en": 5, "zh": 7, "vi": 6, "lo": 4, "th": 4}
FIRMS = {
    "en": ("Demo Traders", "Demo Farms", "Demo Lines", "Demo Mills", "Demo Export"),
    "zh": ("示例商贸", "示例物流", "示例食品", "示例机械", "示例果业"),
    "vi": ("Demo Nông Sản", "Demo Vận Tải", "Demo Thủy Sản", "Demo Thương Mại"),
    "lo": ("Demo ການຄ້າ", "Demo ກະສິກຳ", "Demo ຂົນສົ່ງ"),
    "th": ("Demo ผลไม้", "Demo ขนส่ง", "Demo อาหาร"),
}
SPACE = {"zh": "", "th": " "}
URGENT_SHARE = 0.35
SHOWN = (*(Visibility.NAMED,) * 4, Visibility.COORDINATOR_ONLY)


@dataclass(frozen=True)
class Written:
    """A problem as it is filed, and of which kind it is."""

    filing: Filing
    kind: str


def write_filing(number: int, chance: Random, form_key: str) -> Written:
    """Return the problem with this number: a language, a kind that it has words for, goods, numbers and a firm by chance."""
    (language,) = chance.choices(list(SHARES), list(SHARES.values()))
    key = chance.choice(list(WORDS[language]))
    kind, goods = KINDS[key], chance.choice(KINDS[key].goods)
    hs, names = GOODS[goods]
    is_urgent = kind.may_be_urgent and chance.random() < URGENT_SHARE
    values = figures_for(chance) | {"goods": names[language]}
    first, other, ask, question = WORDS[language][key]
    parts = [chance.choice((first, other)), chance.choice((ask, question))]
    text = SPACE.get(language, " ").join(part.format(**values) for part in parts)
    filer_country = chance.choice(FILERS[language])
    hides = chance.random() < 0.06
    filing = Filing(
        text=text,
        language=PAGE_LANGUAGES.get(language, language),
        place_code=kind.place,
        country=kind.country,
        filer_country=filer_country,
        goods=names["en"],
        hs=hs,
        topic=kind.topic,
        matter=kind.matter,
        lane=Lane.URGENT if is_urgent else Lane.NORMAL,
        lane_reason="perishable goods are waiting" if is_urgent else "",
        visibility=Visibility.PSEUDONYMOUS
        if hides
        else chance.choice((Visibility.NAMED,) * 4 + (Visibility.COORDINATOR_ONLY,)),
        party="" if hides else f"{chance.choice(FIRMS[language])} {number}",
        email="" if hides else f"year{number}@demo.example.org",
        form_key=form_key,
        is_demo=True,
        to_read=choices_in(
            {
                "matter": kind.matter,
                "country": kind.country,
                "goods": f"{names['en']} {hs}",
                "filer_country": filer_country,
            }
        ),
    )
    return Written(filing, key)


def figures_for(chance: Random) -> dict[str, object]:
    """Return the figures that a text may name: loads, days or hours, weeks, packets, and the number of a paper."""
    return {
        "n": chance.randint(2, 9),
        "days": chance.randint(3, 40),
        "weeks": chance.randint(3, 11),
        "many": chance.randint(8, 60) * 500,
        "lot": f"{chance.choice('KTLVM')}{chance.randint(201, 9899)}",
    }


def answer_to(kind: str, language: str, chance: Random) -> tuple[str, str]:
    """Return what a desk answers to such a problem, and in which language: the filer's where the desk writes it."""
    by_language = ANSWERS[kind]
    short = language.partition("-")[0]
    written = short if short in by_language and chance.random() < 0.6 else "en"
    return chance.choice(by_language[written]), PAGE_LANGUAGES.get(written, written)


def end_of(kind: str, outcome: str, chance: Random) -> tuple[str, str]:
    """Return the outcome that a desk proposes, this one where such a problem has it, and its words."""
    ends = ENDS[kind]
    found = outcome if outcome in ends else "fixed"
    return found, chance.choice(ends[found])
