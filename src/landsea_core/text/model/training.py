"""From labelled examples to a trained model: reproducible, in minutes.

Reading 9,524 examples and learning from them took 666 s on two shared cores (2 December 2026).
An example is a row as in `data/examples`: text, lang, from, where, topic, matter, authority, scope, urgent, and the
alternatives alt_topic and alt_authority, which count half as much as the label itself. An example that `teaches` "where" was
written for the country, with matters as they came, and teaches nothing else. An example that is `told` is a whole case in the
words of people, kept to measure with before it was learnt from. Nothing here reads a file.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from landsea_core.text.countries.whereabouts import CANDIDATES, Whereabouts, make_choices
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.model import choice
from landsea_core.text.model.embedding import Embedder, cut_for_embedding
from landsea_core.text.model.features import FeatureReader, hide_goods, make_home_rows, make_rows
from landsea_core.text.model.linear import LinearModel, find_honest_temperature, fit_calibrated_model
from landsea_core.text.model.trained import CHAPTER, NO_GOODS, QUESTIONS, TrainedModel, score_authorities
from landsea_core.text.quality.corrections import LEARNT_FROM

_ALTERNATIVE = 0.5
_PENALTIES = {"matter": 0.001, "topic": 0.001, "authority": 0.002, "scope": 0.002, "urgent": 0.002}
_CHAPTER_PENALTY = 0.0005
_WHERE_PENALTIES = (0.003, 0.005)
# Cases as people file them say who acts; a line of the first examples mostly names no country and was labelled with the usual
# partner, which of the kept texts that name an office and no country one in six means. So many lines count as one whole case.
_WHOLE_CASES = ("letter-", LEARNT_FROM)
_LINES_OF_A_CASE = 13.0
# What people wrote themselves, or what was told after them, is more like the next filing than lines and letters of one author:
# so many times a case counts that people told. Chosen on 180 texts that were left out and that the lexicons had not seen either
# (bench/results/reading.md): topics 136 without the cases of people, 140 with all counted alike, 143 with cases three times.
_TOLD_COUNTS = 3.0
# Texts of other people are less like the examples than a fifth of these is like the rest: with the temperature that makes
# unseen examples honest, one in eight countries of fresh texts that were taken was wrong (bench/results/reading.md). Doubt is
# spread by this factor, so that what is taken from 0.6 on is right often enough, and no more than a quarter is asked.
MORE_DOUBT = 1.3
# So much of each kind of authority is thought possible for each matter before any example.
_BEFOREHAND = 0.001
_BATCH = 64


class ExampleFault(ValueError):
    """An example that cannot be learnt from; the sentence names it and says what is missing."""


def find_target(example: Mapping[str, Any], question: str) -> dict[str, float]:
    """Return the right labels of one example for one question, adding up to 1; empty where it has none, or where it `teaches`
    something else alone.
    """
    if example.get("teaches", question) != question:
        return {}
    try:
        if question == "urgent":
            return {str(bool(example["urgent"])): 1.0}
        weights = {example[question]: 1.0}
    except KeyError as missing:
        raise ExampleFault(
            f"Example {example.get('id', '?')} has no {missing}. Add it, or leave the row out."
        ) from missing
    for other in example.get(f"alt_{question}") or ():
        weights.setdefault(other, _ALTERNATIVE)
    total = sum(weights.values())
    return {label: weight / total for label, weight in weights.items()}


def embed_all(embedder: Embedder, examples: Sequence[Mapping[str, Any]]) -> np.ndarray:
    """Return the vectors of all examples."""
    texts = [cut_for_embedding(example["text"]) for example in examples]
    return np.vstack([embedder.embed(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)])


def name_version(examples: Iterable[Mapping[str, Any]], lexicon_version: str, table: np.ndarray) -> str:
    """Return a name for what a model learnt from: the lexicon's version and a digest of the examples and of what was seen
    in them (`table`), which changes with words of goods and places too.
    """
    digest = hashlib.sha256(table.astype(np.float16).tobytes())
    for example in examples:
        digest.update(json.dumps(example, sort_keys=True, ensure_ascii=False).encode())
    return f"{lexicon_version}-{digest.hexdigest()[:10]}"


def weigh_example(example: Mapping[str, Any]) -> float:
    """Return how many times an example counts: what it `counts`, if it says so, else 3.0 for a case in people's words or whose
    correction was accepted, 1.0 for a letter.
    """
    if "counts" in example:
        return float(example["counts"])
    by_people = example.get("told") or str(example.get("id", "")).startswith(LEARNT_FROM)
    return _TOLD_COUNTS if by_people else 1.0


def weigh_for_country(example: Mapping[str, Any]) -> float:
    """Return how many times an example counts where the country is learnt: a single line little, whose label is mostly the
    usual partner.
    """
    return weigh_example(example) if _is_whole_case(example) else 1 / _LINES_OF_A_CASE


def train_model(
    examples: Sequence[Mapping[str, Any]], features: FeatureReader, embedder: Embedder, lexicon_version: str = ""
) -> TrainedModel:
    """Return the model of these examples. Raises ExampleFault for a row without one of the labels."""
    named, read = [], []
    for example in examples:
        # One text for both: what was found in it for the one is kept for the other.
        text, filer = PreparedText(example["text"]), example.get("from") or ""
        named.append(features.name_features(text))
        read.append(features.whereabouts.read_whereabouts(text, filer))
    names = tuple(sorted({name for found in named for name in found}))
    vectors = embed_all(embedder, examples)
    centre = vectors.mean(axis=0).astype(np.float32)
    table = make_rows(named, names, vectors, centre)
    targets = {question: _list_targets(examples, question) for question in QUESTIONS}
    weights = np.array([weigh_example(example) for example in examples])
    models = {}
    unseen = {}
    for question in QUESTIONS:
        labels, wanted = targets[question]
        heavy = wanted * (weights / weights[wanted.any(axis=1)].mean())[:, None]
        models[question], unseen[question] = fit_calibrated_model(table, heavy, labels, _PENALTIES[question])
    models[CHAPTER] = _train_chapters(examples, hide_goods(table, names), weights)
    where_names = tuple(sorted({name for one in read for numbers in one.own.values() for name in numbers}))
    home_names = tuple(sorted({name for one in read for name in one.home}))
    places = make_choices(read, where_names, home_names, make_home_rows(table, names, unseen["matter"]))
    habits = (targets["matter"][1] * weights[:, None]).T @ targets["authority"][1] + _BEFOREHAND
    habits /= habits.sum(axis=1, keepdims=True)
    authorities = targets["authority"][1]
    together = score_authorities(unseen["matter"], habits, unseen["authority"])
    return TrainedModel(
        version=name_version(examples, lexicon_version, table),
        embedder=embedder.name,
        names=names,
        centre=centre,
        topics={example["matter"]: example["topic"] for example in examples},
        habits=habits,
        models=models,
        where=_train_where(examples, read, places),
        where_names=where_names,
        home_names=home_names,
        authority_temperature=MORE_DOUBT * find_honest_temperature(together, authorities > 0, authorities.sum(axis=1)),
    )


def _train_where(
    examples: Sequence[Mapping[str, Any]], read: Sequence[Whereabouts], places: choice.Choices
) -> choice.ChoiceModel:
    """The model of where the trouble is. A country that the text lets nobody think of only teaches that it is not home."""
    allowed = np.zeros((len(examples), len(CANDIDATES)), dtype=np.float32)
    counts = np.ones(len(examples), dtype=np.float32)
    for row, (example, one) in enumerate(zip(examples, read, strict=True)):
        where = example.get("where")
        if where in one.could_be:
            allowed[row, CANDIDATES.index(where)] = 1.0
        elif where in CANDIDATES:
            allowed[row] = [country != one.filer for country in CANDIDATES]
        counts[row] = weigh_for_country(example)
    known = np.flatnonzero(allowed.any(axis=1))
    counts = counts[known] / counts[known].mean()
    fitted = choice.fit_calibrated_choice(places.select_rows(known), allowed[known], counts, _WHERE_PENALTIES)
    return replace(fitted, temperature=MORE_DOUBT * fitted.temperature)


def _train_chapters(examples: Sequence[Mapping[str, Any]], table: np.ndarray, weights: np.ndarray) -> LinearModel:
    """The model of the chapter of goods, by what stands around their names: `table` does not know these. What is about no goods
    teaches that there may be none.
    """
    told = [(example.get("hs") or NO_GOODS)[:2] for example in examples]
    labels = sorted(set(told))
    wanted = np.array([[label == one for label in labels] for one in told], dtype=float)
    heavy = wanted * (weights / weights.mean())[:, None]
    return fit_calibrated_model(table, heavy, labels, _CHAPTER_PENALTY)[0]


def _is_whole_case(example: Mapping[str, Any]) -> bool:
    return bool(example.get("told")) or str(example.get("id", "")).startswith(_WHOLE_CASES)


def _list_targets(examples: Sequence[Mapping[str, Any]], question: str) -> tuple[list[str], np.ndarray]:
    """The labels of a question, sorted, and a row for each example that adds up to 1, or to 0 where it has no label."""
    answers = [find_target(example, question) for example in examples]
    labels = sorted({label for answer in answers for label in answer})
    return labels, np.array([[answer.get(label, 0.0) for label in labels] for answer in answers])
