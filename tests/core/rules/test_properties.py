"""What holds for any measures: order, irrelevance, the day, and the special before the general."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from landsea_core.rules import Book, Effect, GateAnswer, Shipment, ask_gate
from landsea_core.rules.match import is_narrower

from .making import measure

DAYS = [date(2026, 1, 1) + timedelta(days=30 * step) for step in range(12)]
HS = ["08", "0810", "081060", "081090", "01"]
ASEAN = ["TH", "MY", "LA"]


@st.composite
def measures(draw, code="M"):
    some = lambda values: draw(st.lists(st.sampled_from(values), max_size=2, unique=True))  # noqa: E731
    start = draw(st.sampled_from(["", *[day.isoformat() for day in DAYS[:8]], "2026-05"]))
    end = draw(st.sampled_from(["", *[day.isoformat() for day in DAYS[8:]]]))
    return measure(
        code,
        draw(st.sampled_from([str(effect) for effect in Effect])),
        hs=some(HS) or ["0810"],
        origin=some(ASEAN),
        modes=some(["rail", "sea"]),
        in_force=start,
        last_day=end,
        complete=False,
        requires=[{"what": "A paper."}],
    )


@st.composite
def worlds(draw):
    return [draw(measures(f"M{number}")) for number in range(draw(st.integers(0, 6)))]


shipments = st.builds(
    Shipment,
    st.sampled_from(["081060", "081090", "0810", "010229"]),
    st.sampled_from(ASEAN),
    st.just("CN"),
    st.sampled_from([(), ("LA",), ("TH", "LA")]),
    st.sampled_from(["rail", "sea", "road"]),
)
days = st.sampled_from(DAYS)


def told(found):
    return found.answer, [
        [finding.measure.code for finding in part] for part in (found.forbids, found.requires, found.eases)
    ]


@given(worlds(), shipments, days, st.randoms())
@settings(max_examples=300, deadline=None)
def test_order_is_irrelevant(world, shipment, day, random):
    shuffled = random.sample(world, len(world))
    assert ask_gate(Book(world), shipment, day) == ask_gate(Book(shuffled), shipment, day)


@given(worlds(), shipments, days)
@settings(max_examples=300, deadline=None)
def test_an_unrelated_measure_changes_nothing(world, shipment, day):
    unrelated = [
        measure("X1", "forbids", hs=["72"]),
        measure("X2", "forbids", hs=["0810"], origin=["VN"]),
        measure("X3", "forbids", destination=["VN"]),
        measure("X4", "limits", hs=["02"], complete=True),
    ]
    assert ask_gate(Book(world), shipment, day) == ask_gate(Book([*world, *unrelated]), shipment, day)


@given(worlds(), shipments, days)
@settings(max_examples=300, deadline=None)
def test_only_what_is_in_force_that_day_counts(world, shipment, day):
    book = Book(world)
    working = Book([one for one in world if book.standing(one, day).works])
    assert told(ask_gate(book, shipment, day)) == told(ask_gate(working, shipment, day))


@given(worlds(), shipments, days)
@settings(max_examples=300, deadline=None)
def test_a_more_exact_measure_never_loses_to_a_vaguer_one(world, shipment, day):
    found = ask_gate(Book(world), shipment, day)
    for stop in found.forbids:
        if stop.measure.effect is not Effect.FORBIDS:
            continue
        for one in found.admits:
            assert not is_narrower(one.measure.scope, one.match.prefix, stop.measure.scope, stop.match.prefix)


@given(worlds(), shipments, days)
@settings(max_examples=300, deadline=None)
def test_what_is_not_known_is_never_allowed(world, shipment, day):
    found = ask_gate(Book(world), shipment, day)
    if found.answer in {GateAnswer.ALLOWED, GateAnswer.ALLOWED_WITH}:
        assert not any(gap.decides for gap in found.gaps)
        assert not found.forbids


@given(worlds(), shipments, days)
@settings(max_examples=200, deadline=None)
def test_one_more_stop_never_opens_anything(world, shipment, day):
    before = ask_gate(Book(world), shipment, day).answer
    stop = replace(measure("Z", "forbids", hs=[shipment.hs], origin=[shipment.origin], modes=[shipment.mode]))
    after = ask_gate(Book([*world, stop]), shipment, day).answer
    assert after is GateAnswer.FORBIDDEN or before is after
