"""Write data/lexicon/towns_of_gazetteer.jsonl: the towns of data/gazetteer as words that name a country.

A filing names the town where something happened far oftener than its country, and nobody lists all such towns by hand. Left
out are names that say too little: those of towns in several countries, those that other lexicons know (a word of everyday
speech, goods, another country's place), those typed in small letters in the labelled texts, and short ones. Latin names of
one word count only where they are typed with a capital, or, but for Malay and Filipino ones, where a writer types none. Run
it again when towns.tsv changes, and raise the version in lexicon.json.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from landsea_core.text import fold_spelling

DATA = Path(__file__).parents[1] / "data"
OUT = DATA / "lexicon" / "towns_of_gazetteer.jsonl"
SOURCE = "GeoNames (geonames.org, CC BY 4.0), by data/gazetteer/towns.tsv"
LANGUAGE_OF = {"VN": "vi", "ID": "id", "MY": "ms", "PH": "fil"}
"""In whose spelling GeoNames writes the Latin names of a country; the others are English."""
CANDIDATES = frozenset(["BN", "CN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"])
SCRIPTS = (("zh", "一", "鿿"), ("th", "฀", "๿"), ("lo", "຀", "໿"), ("km", "ក", "៿"), ("my", "က", "႟"))
# What says only that a name is a town's: township, district, town, province.
AROUND = re.compile(r"^(?:อำเภอ|จังหวัด|แขวง|เมือง|ເມືອງ|ແຂວງ|ក្រុង|ស្រុក)|(?:မြို့|[市县區区镇鎮])$")
SHORTEST = {"latin": 5, "zh": 3, "th": 5, "lo": 5, "km": 5, "my": 5}
LARGE = 300_000
"""Chinese names of two characters are taken of towns as large as this; smaller ones are everyday words too often."""
WEIGHT = 0.8
CAPITAL, UNLESS_NONE = 1.0, 0.5
EVERYDAY = frozenset({"id", "ms", "fil"})
"""Languages whose towns are called by everyday words (a tree, a bone, a first name): only with a capital."""


def list_towns() -> Iterator[tuple[str, list[str], int]]:
    """The country, names and inhabitants of each town; towns of other parts of the world have their country too."""
    for line in (DATA / "gazetteer" / "towns.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _kind, names, *_rest, people = line.split("\t")
            yield code[:2], names.split("|"), int(people)


def find_language(name: str) -> str:
    """The language whose script a name is written in; "latin" for Latin letters, empty for any other script."""
    for lang, first, last in SCRIPTS:
        if all(first <= letter <= last for letter in name):
            return lang
    return "latin" if re.fullmatch(r"[^\W\d_]+(?:[ '\-][^\W\d_]+)*", name) and fold_spelling(name).isascii() else ""


def list_lexicon_words() -> set[str]:
    """The folded words of all lexicons but the file that is written, whole terms and the single words in them."""
    found: set[str] = set()
    for path in sorted((DATA / "lexicon").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines() if path != OUT else ():
            for term in json.loads(line).get("terms", ()):
                folded = fold_spelling(str(term[0] if isinstance(term, list) else term))
                found.update((folded, *folded.split()))
    return found


def list_place_names() -> set[str]:
    """The folded names of the directory's places: these are known already, with more than their country."""
    rows = map(json.loads, (DATA / "reference" / "places.jsonl").read_text(encoding="utf-8").splitlines())
    named = ([*row["names"].values(), *(one for many in row["other_names"].values() for one in many)] for row in rows)
    return {fold_spelling(name) for names in named for name in names}


def read_labelled_texts() -> str:
    """All labelled texts in one, without the Latin words that begin with a capital: no name of a town is left in it."""
    texts = []
    for path in sorted((DATA / "examples").glob("training*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return " ".join(fold_spelling(re.sub(r"\b[A-ZĐ]\w*", " ", text)) for text in texts)


def choose_names(country: str, names: list[str], people: int) -> Iterator[tuple[str, str]]:
    """The (language, name) pairs of a town that may be looked for. Singapore's are estates, and called as such."""
    for at, name in enumerate(names):
        short = AROUND.sub("", name) if len(name) > SHORTEST.get(find_language(name), 0) else name
        script = find_language(short)
        shortest = 2 if script == "zh" and people >= LARGE else SHORTEST.get(script, len(short) + 1)
        if len(short) < shortest or (script == "latin" and (at or country == "SG")):
            continue
        yield LANGUAGE_OF.get(country, "en") if script == "latin" else script, short


def is_said_otherwise(name: str, lang: str, words: set[str], texts: str) -> bool:
    """Whether a folded name is a word of the lexicons or stands in the labelled texts as something else than a town's name."""
    if name in words:
        return True
    if lang in ("zh", "th", "lo", "km", "my"):
        return name in texts or any(name in word for word in words if len(word) > len(name))
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", texts) is not None


def make_rows() -> list[dict]:
    """The rows of the file."""
    countries: dict[str, set[str]] = defaultdict(set)
    said: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for country, names, people in list_towns():
        for name in names:
            countries[fold_spelling(name)].add(country)
        for lang, name in choose_names(country, names, people) if country in CANDIDATES else ():
            countries[fold_spelling(name)].add(country)
            said[country, lang].setdefault(fold_spelling(name), name)
    words, texts = list_lexicon_words() | list_place_names(), read_labelled_texts()
    rows: list[dict] = []
    capitals: dict[str, set[str]] = defaultdict(set)
    for (country, lang), names in sorted(said.items()):
        kept = {
            folded: name
            for folded, name in sorted(names.items())
            if len(countries[folded]) == 1 and not is_said_otherwise(folded, lang, words, texts)
        }
        rows += make_word_rows(country, lang, kept.values())
        capitals[lang].update(folded for folded in kept if folded.isascii() and " " not in folded)
    return rows + [
        {
            "kind": "capital",
            "value": "-",
            "lang": lang,
            "terms": [[name, CAPITAL if lang in EVERYDAY else UNLESS_NONE] for name in sorted(names)],
            "source": SOURCE,
        }
        for lang, names in sorted(capitals.items())
        if names
    ]


def make_word_rows(country: str, lang: str, names: Iterable[str]) -> list[dict]:
    """The rows of one country in one language, none too long to read."""
    terms = [[name, WEIGHT] for name in names]
    return [
        {"kind": "country", "value": country, "lang": lang, "terms": terms[at : at + 40], "source": SOURCE}
        for at in range(0, len(terms), 40)
    ]


if __name__ == "__main__":
    made = make_rows()
    OUT.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    print(f"{sum(len(row['terms']) for row in made if row['kind'] == 'country')} names in {OUT.name}")
