"""The permission matrix: generated from the urls, run for the whole cast, compared with the committed file."""

import pytest
from tests.contract.matrix import FILE, committed_matrix, matrix_of

READ_BY_OBSERVERS = {("GET", "cases/<str:ref>/"), ("GET", "cases/<str:ref>/files/<int:file_id>")}


@pytest.mark.django_db
def test_everybody_gets_at_every_address_what_the_matrix_says(walk, request):
    found = matrix_of(walk)
    if request.config.getoption("--renew"):
        FILE.write_text(found)
    assert found == FILE.read_text(), "the matrix changed: read the difference, then renew the file (CONTRIBUTING.md)"


def test_each_address_is_found_by_somebody():
    """A row of nothing but "not found" would prove no right: the object that it asks for is not there. Where a gateway comes
    in, a signature of that minute is asked for, which nobody of the cast has.
    """
    nothing = {"404", "login", "403"}
    lost = [
        f"{method} {pattern}"
        for method, pattern, by in committed_matrix()
        if set(by.values()) <= (nothing - {"403"} if pattern.startswith("messengers/in/") else nothing)
    ]
    assert not lost, f"no object is made for these addresses: {lost}"


def test_nobody_but_the_case_s_own_people_is_let_in():
    """Reads the committed matrix itself: the rule, not the habit. The clerk's association filed the case."""
    for method, pattern, by in committed_matrix():
        if not pattern.startswith("cases/<str:ref>/"):
            continue
        for outsider in ("strang", "o.hold", "observ", "o.cler", "operat", "editor"):
            if outsider == "observ" and (method, pattern) in READ_BY_OBSERVERS:
                assert by[outsider] == "200", "the case is named and its filer comes from the observer's country"
                continue
            assert by[outsider] in ("404", "403", "405"), f"{method} {pattern}: {outsider} gets {by[outsider]}"
        for nobody in ("anonym", "filer", "answer"):
            assert by[nobody] in ("login", "405"), f"{method} {pattern}: {nobody} gets {by[nobody]}"


@pytest.mark.parametrize(("who", "address"), [("filer", "my/<str:ref>/"), ("answer", "answer/<str:ref>/")])
def test_only_who_opened_the_link_is_let_in_by_it(who, address):
    """Neither a desk nor the association comes in by the filer's door, and nobody by that of a desk without an account."""
    rows = [(method, pattern, by) for method, pattern, by in committed_matrix() if pattern.startswith(address)]
    for method, pattern, by in rows:
        if by[who] in ("200", "done"):
            let_in = {one for one, result in by.items() if result in ("200", "done")}
            assert let_in == {who}, f"{method} {pattern}: {let_in}"
    assert {by[who] for _method, _pattern, by in rows} & {"200", "done"}
