"""What counts of a row when its file is renewed or somebody edits it: nothing that people wrote is overwritten unseen."""

from hypothesis import given
from hypothesis import strategies as st

from landsea_core.reference.seeding import State, edited, seeded

FOUR, FIVE, SEVEN = {"hours": 4}, {"hours": 5}, {"hours": 7}


def test_a_row_follows_its_file_until_somebody_edits_it():
    """New, renewed, gone, back."""
    row = seeded(State(), FOUR)
    assert row == State(FOUR, FOUR)
    assert seeded(row, FIVE) == State(FIVE, FIVE)
    assert seeded(row, None) == State(None, None)
    assert seeded(seeded(row, None), FIVE) == State(FIVE, FIVE)


def test_what_people_wrote_stays_and_is_marked_when_the_file_moves_on():
    """Also when the row vanishes from the file; a file that is the same as before marks nothing."""
    ours = edited(State(FOUR, FOUR), SEVEN)
    assert ours == State(SEVEN, FOUR, entered_here=True)
    assert seeded(ours, FOUR) == ours
    assert seeded(ours, FIVE) == State(SEVEN, FIVE, entered_here=True, overtaken=True)
    assert seeded(ours, None) == State(SEVEN, None, entered_here=True, overtaken=True)
    assert edited(seeded(ours, FIVE), SEVEN) == State(SEVEN, FIVE, entered_here=True), "somebody has looked"


def test_what_people_wrote_may_become_the_file_s_own():
    """Written out and loaded again, it follows the file like any other row."""
    ours = edited(State(FOUR, FOUR), SEVEN)
    assert seeded(ours, SEVEN) == State(SEVEN, SEVEN)
    assert edited(ours, None) == edited(ours, FOUR) == State(FOUR, FOUR)


ROWS = st.one_of(st.none(), st.sampled_from([FOUR, FIVE, SEVEN]))


@given(st.lists(st.tuples(st.booleans(), ROWS)))
def test_taking_in_the_same_file_twice_changes_nothing(acts):
    """Whatever happened before."""
    state = State()
    for is_seed, row in acts:
        state = seeded(state, row) if is_seed else edited(state, row)
        assert state.entered_here or state.row == state.seed
        again = seeded(state, state.seed)
        assert again == (state if state.entered_here else State(state.seed, state.seed))
