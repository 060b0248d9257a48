"""Cases that read alike: stars without chains, evidence that names what reads otherwise, several parties, one group a case."""

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.grouping import CaseFacts, find_stars, measure_group_likeness, propose_barriers
from landsea_core.likeness import ALIKE, Degree

T0 = datetime(2026, 3, 2, 1, tzinfo=UTC)
DAY = timedelta(days=1)
WITHIN = timedelta(days=30)


def a_case(number, *, day=0, party=None, **fields):
    about = {"matter": "laboratory", "country": "CN"} | fields
    return CaseFacts(number, T0 + day * DAY, parties=frozenset({party or f"party{number}"}), **about)


def at(degrees):
    """A row of unit length at an angle: the likeness of two is the cosine of the angle between them."""
    return np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))], dtype=np.float32)


def test_cases_without_place_and_goods_are_proposed_when_they_read_alike():
    cases = [a_case(number) for number in range(4)]
    assert propose_barriers(cases) == []
    [found] = propose_barriers(cases, vectors={0: at(0), 1: at(10), 2: at(20), 3: at(120)})
    assert found.cases == (0, 1, 2) and found.by_words and found.parties == 3
    assert found.signature == "matter=laboratory;country=CN;like=0"


def test_cases_of_different_matters_have_to_read_very_alike():
    cases = [a_case(number, matter=f"m{number}") for number in range(3)]
    assert propose_barriers(cases, vectors={0: at(0), 1: at(60), 2: at(-60)}) == []
    [found] = propose_barriers(cases, vectors={0: at(0), 1: at(30), 2: at(-30)})
    assert found.signature == "country=CN;like=0"


def test_what_the_fields_propose_is_not_proposed_by_words_again():
    cases = [a_case(number, place="CNMHN", chapter="08") for number in range(3)]
    [found] = propose_barriers(cases, vectors={number: at(0) for number in range(3)})
    assert not found.by_words and found.signature.endswith("place=CNMHN;chapter=08")


def test_no_chain_draws_in_what_is_not_like_the_centre():
    """Each is like its neighbour, the first and the last are not alike: they are never in one group without a centre."""
    cases = [a_case(number) for number in range(7)]
    vectors = {number: at(number * 40) for number in range(7)}
    for group in find_stars(cases, vectors, least=ALIKE, within=WITHIN, least_parties=3):
        assert any(all(vectors[one.id] @ vectors[centre.id] >= ALIKE for one in group) for centre in group)
        assert len(group) <= 3


def test_one_party_and_far_days_are_no_pattern_however_alike():
    alike = {number: at(0) for number in range(5)}
    assert propose_barriers([a_case(number, party="the same") for number in range(5)], vectors=alike) == []
    assert propose_barriers([a_case(number, day=31 * number) for number in range(5)], vectors=alike) == []


def test_a_second_centre_is_tried_when_the_largest_star_is_one_partys():
    cases = [a_case(number, party="the same") for number in range(6)] + [a_case(number) for number in range(6, 9)]
    vectors = {number: at(0) for number in range(6)} | {number: at(180) for number in range(6, 9)}
    [found] = propose_barriers(cases, vectors=vectors)
    assert found.cases == (6, 7, 8)


def test_the_evidence_names_the_centre_and_what_reads_otherwise():
    found = measure_group_likeness([1, 2, 3, 4], {1: at(0), 2: at(5), 3: at(-5), 4: at(180)})
    assert (found.centre, found.degree, found.apart) == (1, Degree.VERY_ALIKE, (4,))
    assert measure_group_likeness([1, 2], {1: at(0)}) is None and measure_group_likeness([], {}) is None


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 359), st.integers(0, 4)), max_size=30))
def test_every_group_has_its_parties_and_its_centre_and_no_case_is_in_two(rows):
    cases = [a_case(number, day=day, party=f"p{party}") for number, (day, _angle, party) in enumerate(rows)]
    vectors = {number: at(angle) for number, (_day, angle, _party) in enumerate(rows)}
    found = list(find_stars(cases, vectors, least=ALIKE, within=WITHIN, least_parties=3))
    taken = [case.id for group in found for case in group]
    assert len(taken) == len(set(taken))
    for group in found:
        assert len({party for case in group for party in case.parties}) >= 3
        assert any(
            all(
                vectors[one.id] @ vectors[centre.id] >= ALIKE - 1e-6 and abs(one.filed_at - centre.filed_at) <= WITHIN
                for one in group
            )
            for centre in group
        )
