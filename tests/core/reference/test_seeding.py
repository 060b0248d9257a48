"""What counts of a row when its file is renewed or somebody edits it: nothing that people wrote is overwritten unseen."""

from hypothesis import given
from hypothesis import strategies as st

from landsea_core.reference.seeding import State, take_edit, take_seed

FOUR, FIVE, SEVEN = {"hours": 4}, {"hours": 5}, {"hours": 7}


def test_a_row_follows_its_file_until_somebody_edits_it():
    """New, renewed, gone, back."""
    row = take_seed(State(), FOUR)
    assert row == State(FOUR, FOUR)
    assert take_seed(row, FIVE) == State(FIVE, FIVE)
    assert take_seed(row, None) == State(None, None)
    assert take_seed(take_seed(row, None), FIVE) == State(FIVE, FIVE)


def test_what_people_wrote_stays_and_is_marked_when_the_file_moves_on():
    """Also when the row vanishes from the file; a file that is the same as before marks nothing."""
    ours = take_edit(State(FOUR, FOUR), SEVEN)
    assert ours == State(SEVEN, FOUR, entered_here=True)
    assert take_seed(ours, FOUR) == ours
    assert take_seed(ours, FIVE) == State(SEVEN, FIVE, entered_here=True, overtaken=True)
    assert take_seed(ours, None) == State(SEVEN, None, entered_here=True, overtaken=True)
    assert take_edit(take_seed(ours, FIVE), SEVEN) == State(SEVEN, FIVE, entered_here=True), "somebody has looked"


def test_what_people_wrote_may_become_the_file_s_own():
    """Written out and loaded again, it follows the file like any other row."""
    ours = take_edit(State(FOUR, FOUR), SEVEN)
    assert take_seed(ours, SEVEN) == State(SEVEN, SEVEN)
    assert take_edit(ours, None) == take_edit(ours, FOUR) == State(FOUR, FOUR)


ROWS = st.one_of(st.none(), st.sampled_from([FOUR, FIVE, SEVEN]))


@given(st.lists(st.tuples(st.booleans(), ROWS)))
def test_taking_in_the_same_file_twice_changes_nothing(acts):
    """Whatever happened before."""
    state = State()
    for is_seed, row in acts:
        state = take_seed(state, row) if is_seed else take_edit(state, row)
        assert state.entered_here or state.row == state.seed
        again = take_seed(state, state.seed)
        assert again == (state if state.entered_here else State(state.seed, state.seed))
