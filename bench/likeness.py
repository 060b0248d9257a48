"""`python -m bench.likeness`: what likeness finds that words do not, and how long the list of similar cases takes.

Two tables. First, pairs in two languages written for this bench (`bench/data/likeness_pairs.jsonl`: an answer in one language,
questions in others), looked for among all answers and all measures of the reference files: how often the right one is among
the first three by words in common alone, and with likeness beside them. Second (`--sizes`), the nearest cases at stores of
these sizes with permission filters on, for four kinds of people, and how many of the true ten nearest the index finds. Those
vectors are made: the vectors of 400 labelled examples, each moved by one of 1,009 random steps.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.surges import measure_surges

PAIRS = Path(__file__).parent / "data" / "likeness_pairs.jsonl"
EXAMPLES, STEPS, STEP_LENGTH = 400, 1_009, 0.35
QUESTIONS, FIRST, NEAREST = 40, 3, 10


def main() -> int:
    """Measure recall; with `--sizes` also the time at those stores; print a table for each."""
    parser = argparse.ArgumentParser(prog="python -m bench.likeness", description=__doc__)
    parser.add_argument("--sizes", default="", help="sizes of the stores, with commas (for instance 10000,100000)")
    parser.add_argument("--surges", action="store_true", help="only count true and false surges in the simulated year")
    options = parser.parse_args()
    if os.environ.get("BENCH_ONE"):
        measure_store(int(os.environ["BENCH_ONE"]))
        return 0
    if options.surges:
        measure_surges()
        return 0
    measure_recall()
    for size in map(int, filter(None, options.sizes.split(","))):
        from bench.site import database_url

        url = database_url(f"bench_search_{size}")
        ours = {"DATABASE_URL": url, "BENCH_SERVER_URL": url, "LANDSEA_SECRET_KEY": "bench", "BENCH_ONE": str(size)}
        with tempfile.TemporaryDirectory() as var:
            command = [sys.executable, "-m", "bench.likeness"]
            subprocess.run(command, env=os.environ | ours | {"LANDSEA_VAR": var}, check=True)
    return 0


def likeness_reader():
    """The reader of this checkout, outside Django."""
    from landsea.search.embedder import load_embedder
    from landsea_core.likeness import CENTRES_FILE, Centres, LikenessReader
    from landsea_core.text import Reader
    from landsea_core.text.data_files import find_default_data_folder

    folder, embedder = find_default_data_folder(), load_embedder()
    return LikenessReader(Reader(folder, lambda: embedder), Centres.load(folder / "models" / CENTRES_FILE))


def measure_recall() -> None:
    """Print, by language of the question, how often the right answer is among the first three."""
    from landsea.experiences.rank import LIKENESS, MOST_FOR_WORDS
    from landsea_core.likeness import is_telling_word
    from landsea_core.text import split_into_words
    from landsea_core.text.data_files import find_default_data_folder

    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    lines = (find_default_data_folder() / "reference" / "measures.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    texts = [f"{one['title']}\n{one['text']}" for one in pairs]
    texts += ["\n".join(filter(None, (row["title"], row.get("title_local"), row.get("summary")))) for row in rows]
    reader = likeness_reader()
    vectors = np.array([_vector(reader, text) for text in texts])
    words = [set(split_into_words(text)) for text in texts]
    found: dict[str, list[tuple[bool, bool]]] = {}
    taken = []
    for right, pair in enumerate(pairs):
        for question in pair["queries"]:
            begun = time.process_time()
            near = vectors @ _vector(reader, question["text"])
            taken.append((time.process_time() - begun) * 1000)
            asked = {word for word in split_into_words(question["text"]) if is_telling_word(word)}
            shared = np.array([min(MOST_FOR_WORDS, len(asked & own)) for own in words], dtype=float)
            found.setdefault(question["language"], []).append(
                (_among_first(shared, right), _among_first(np.maximum(shared, LIKENESS * near), right))
            )
    print(f"{'language':<10}{'pairs':>6}{'words alone':>13}{'with likeness':>15}   right one among the first {FIRST}")
    everything = [one for language in found.values() for one in language]
    for language, hits in [*sorted(found.items()), ("all", everything)]:
        by_words, both = (sum(column) for column in zip(*hits, strict=True))
        print(f"{language:<10}{len(hits):>6}{by_words:>13}{both:>15}")
    print(f"among {len(texts)} texts; a question takes {statistics.median(taken):.0f} ms of one core to read (median)")


def _vector(reader, text: str) -> np.ndarray:
    from landsea_core.likeness import DIMENSIONS

    found = reader.vector(text)
    return np.zeros(DIMENSIONS, np.float32) if found is None else found


def _among_first(scores: np.ndarray, right: int) -> bool:
    """Whether the right one is among the first three; a tie counts against it."""
    return bool(scores[right] > 0 and (scores >= scores[right]).sum() <= FIRST)


def measure_store(size: int) -> None:
    """Measure the nearest cases at one store, whose database DATABASE_URL names, and print a line a kind of person."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "landsea.settings.base"
    import django

    django.setup()
    from bench.search import make_store, people
    from landsea.cases.access import list_visible_cases
    from landsea.likeness import access

    make_store(size)
    questions, built = make_vectors(size)
    print(f"\n{size:,} cases; the index (HNSW, m 16, ef_construction 64, ef_search {access.LOOKED_AT}) {built}")
    print(f"{'who':<16}{'sees':>9}{'p50 ms':>9}{'p95 ms':>9}{'found of the true ten nearest':>32}")
    for who, actor in people().items():
        among = list_visible_cases(actor)
        seen, taken, hits, wanted = among.count(), [], 0, 0
        for question in questions:
            begun = time.perf_counter()
            found = access.find_nearest_cases(among, question, most=NEAREST, least=-1.0)
            taken.append((time.perf_counter() - begun) * 1000)
            true = exact(among, question)
            hits, wanted = hits + len({one.key for one in found} & true), wanted + len(true)
        taken.sort()
        p95 = taken[int(len(taken) * 0.95)]
        print(
            f"{who:<16}{seen:>9,}{statistics.median(taken):>9.1f}{p95:>9.1f}{hits / max(1, wanted):>31.1%}", flush=True
        )


def exact(among, question: np.ndarray) -> set[int]:
    """The true ten nearest, by comparing all."""
    from django.db.models import F
    from pgvector.django import MaxInnerProduct

    from landsea.likeness.models import CaseVector

    rows = CaseVector.objects.filter(case__in=among.order_by().values("pk"), vector__isnull=False)
    rows = rows.annotate(far=MaxInnerProduct("vector", question.tolist())).order_by(F("far") + 0)
    return set(rows.values_list("case_id", flat=True)[:NEAREST])


def make_vectors(size: int) -> tuple[list[np.ndarray], str]:
    """Fill the table of vectors, unless it is full, and return questions (examples of other files) and what building took."""
    from django.db import connection

    from landsea.likeness.vector_reader import name_current_model
    from landsea_core.likeness import DIMENSIONS
    from landsea_core.text.data_files import find_default_data_folder

    reader, rng = likeness_reader(), np.random.default_rng(20261125)
    folder = find_default_data_folder() / "examples"
    told = [json.loads(line)["text"] for line in (folder / "test.jsonl").read_text(encoding="utf-8").splitlines()]
    questions = [_vector(reader, told[at]) for at in rng.permutation(len(told))[:QUESTIONS]]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM likeness_casevector WHERE model = %s", [name_current_model()])
        if cursor.fetchone() == (size,):
            return questions, "was built before"
        files = sorted(folder.glob("training.*.jsonl"))
        texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
        bases = [_vector(reader, texts[at]) for at in rng.permutation(len(texts))[:EXAMPLES]]
        steps = rng.normal(size=(STEPS, DIMENSIONS)) * STEP_LENGTH / np.sqrt(DIMENSIONS)
        cursor.execute("DROP INDEX IF EXISTS likeness_case_nearest")
        cursor.execute("TRUNCATE likeness_casevector")
        cursor.execute("CREATE TEMPORARY TABLE base (n int PRIMARY KEY, v halfvec)")
        cursor.execute("CREATE TEMPORARY TABLE step (n int PRIMARY KEY, v halfvec)")
        for table, rows in (("base", bases), ("step", steps)):
            cursor.executemany(
                f"INSERT INTO {table} VALUES (%s, %s)", [(n, str(row.tolist())) for n, row in enumerate(rows)]
            )
        cursor.execute(
            """INSERT INTO likeness_casevector (case_id, vector, model, digest, version, read_at)
               SELECT c.id, l2_normalize(base.v + step.v), %s, '', c.version, now() FROM cases_case c
               JOIN base ON base.n = c.id * 7919 %% %s JOIN step ON step.n = c.id %% %s""",
            [name_current_model(), EXAMPLES, STEPS],
        )
        begun = time.perf_counter()
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(
            """CREATE INDEX likeness_case_nearest ON likeness_casevector
               USING hnsw (vector halfvec_ip_ops) WITH (m = 16, ef_construction = 64)"""
        )
        built = time.perf_counter() - begun
        cursor.execute("ANALYZE likeness_casevector")
        cursor.execute("SELECT pg_relation_size('likeness_case_nearest') / 1000000")
        return questions, f"took {built:.0f} s to build and {cursor.fetchone()[0]} MB"


if __name__ == "__main__":
    sys.exit(main())
