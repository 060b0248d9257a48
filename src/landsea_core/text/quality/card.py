"""The card of a trained model: what it learnt from, how good it is in each language, what it is bad at. As Markdown."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from landsea_core.text.model.trained import TrainedModel
from landsea_core.text.quality.calibration import Band
from landsea_core.text.quality.corrections import LEARNT_FROM

_WEAK = """## What it is bad at

- The lines and letters have one author, who is a native speaker of at most one of these languages, and the invented cases were
  written by language models; no row was checked by a native reader. Figures for Khmer, Burmese, Filipino and Malay stand on
  few test rows, and Tetum has none.
- Of a long letter it sees some 70 tokens (260 characters of English, 150 of Lao): those where most words of the lexicons stand.
  What is told in two places it sees half.
- The country is weighed from how countries are named, who buys, sells or sends back, and what such troubles usually are; a
  text that names none is a guess, and its confidence says so. It is mistaken most often for people at home with a customer
  or supplier elsewhere.
- Out of scope is mostly private quarrels, courts, wages and purchases; other things are rarely recognised.
- It knows nothing of what changed after its examples were written. A person decides, always."""


def write_card(model: TrainedModel, examples: Sequence[dict[str, Any]], table: str, found: Iterable[Band]) -> str:
    """Return the card. `table` holds the figures on the test set (of `measure.write_table`), `found` its calibration."""
    lines = [
        f"# The model that reads plain words: {model.version}",
        "",
        "Linear models over the vectors of one multilingual embedder and what the lexicons find: matter, kind of authority,",
        "scope, urgency, the chapter of goods that no name tells; and a choice of the country where the trouble is. The topic",
        "is the sum of its matters, weighed with what is learnt of topics alone.",
        "The country is weighed with what `encoder.npz` says, where that is there: the embedder with its last layers gone on",
        "learning (`landsea train-encoder`). It suggests, a person decides.",
        f"Written by `landsea train`; the embedder is {model.embedder}, and another one is refused.",
        "",
        "## What it learnt from",
        "",
        *_say_learnt(examples),
        "",
        "## How good it is",
        "",
        "On the test files of `data/examples`, which it did not learn from (same author, other words; `letters` are longer):",
        "",
        "```",
        table,
        "```",
        "",
        "## What its confidences mean",
        "",
        "![Confidence and share that was right](calibration.svg)",
        "",
        "Topics, authorities and countries, the first three of each, on the test set:",
        "",
        "| confidence | suggestions | mean | right |",
        "|---|---|---|---|",
        *(
            f"| {band.low:.1f} to {band.low + 0.1:.1f} | {band.count} | {band.mean:.2f} | {band.share:.2f} |"
            for band in found
            if band.count
        ),
        "",
        _WEAK,
    ]
    return "\n".join(lines) + "\n"


def _say_learnt(examples: Sequence[dict[str, Any]]) -> list[str]:
    """Return the lines that say what was learnt from, with a table by language and one by topic."""
    languages = Counter(example["lang"] for example in examples)
    topics = Counter(example["topic"] for example in examples)
    told = sum(bool(example.get("told")) for example in examples)
    invented = [float(example["counts"]) for example in examples if "counts" in example]
    country_alone = sum("teaches" in example for example in examples)
    corrected = sum(str(example.get("id", "")).startswith(LEARNT_FROM) for example in examples)
    lines = [
        f"{len(examples) - corrected} examples in `data/examples/training.*.jsonl`, written for this project; none is taken",
        "from real filings or from the example cases that the mechanism measures with, and a test compares them.",
    ]
    if told:
        lines.append(
            f"Of these {told - len(invented)} are whole cases in many voices, most told after sources; they count most."
        )
    if invented:
        lines.append(
            f"Of these {len(invented)} are whole cases that language models invented; one counts {max(invented):g}."
        )
    if country_alone:
        lines.append(f"Of these {country_alone} teach where the trouble is and nothing else.")
    if corrected:
        lines.append(f"And cases whose corrections coordinators accepted, without names: {corrected}.")
    return [
        *lines,
        "",
        "| language | examples |",
        "|---|---|",
        *(f"| {language} | {count} |" for language, count in languages.most_common()),
        "",
        "| topic | examples |",
        "|---|---|",
        *(f"| {topic} | {count} |" for topic, count in topics.most_common()),
    ]


def read_shares(card_text: str, field: str) -> dict[str, float]:
    """Return the share that was right in a column ("topic", "matter", ...) of the figures of a card, by language; empty for a
    text that is no card of ours.
    """
    lines = iter(card_text.splitlines())
    heads = next((re.split(r"\s{2,}", line.strip()) for line in lines if line.startswith("language ")), [])
    if field not in heads:
        return {}
    found = {}
    for line in lines:
        cells = line.split()
        if len(cells) != len(heads):
            break
        right, _, asked = cells[heads.index(field)].partition("/")
        if asked:
            found[cells[0]] = int(right) / int(asked)
    return found
