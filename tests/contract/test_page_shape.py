"""What is one page to axe, and what is not."""

import pytest
from tests.contract.page_shape import shape_of

PAGE = '<html lang="en"><body><header>{}</header><main>{}</main></body></html>'


def content(main: str) -> bytes:
    return shape_of(PAGE.format("", main)).content


@pytest.mark.parametrize(
    "alike",
    [
        ("<p>One</p>", "<p>Two words</p>"),
        ("<ul><li>a</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ('<a href="/cases/1/">one</a>', '<a href="/cases/2/">two</a>'),
        ('<label for="id_1">a</label><input id="id_1">', '<label for="id_2">b</label><input id="id_2">'),
    ],
)
def test_words_numbers_and_further_rows_are_no_other_shape(alike):
    one, other = alike
    assert content(one) == content(other)


@pytest.mark.parametrize(
    "unlike",
    [
        ("<p>One</p>", "<p></p>"),
        ("<p>One</p>", "<div>One</div>"),
        ("<p><b>One</b> two</p>", "<p><b>One</b></p>"),
        ('<img alt="a ship">', '<img alt="">'),
        ('<button class="quiet">a</button>', "<button>a</button>"),
        ('<p id="a1">x</p><p id="a2">x</p>', '<p id="a1">x</p><p id="a1">x</p>'),
        ("<ul><li>a</li></ul>", "<ul><li>a</li><li><b>b</b></li></ul>"),
    ],
)
def test_what_axe_tells_apart_is_another_shape(unlike):
    one, other = unlike
    assert content(one) != content(other)


def test_what_stands_around_is_told_apart_from_the_content():
    plain, with_menu = (shape_of(PAGE.format(around, "<p>x</p>")) for around in ("", "<nav>menu</nav>"))
    assert plain.content == with_menu.content
    assert plain.around != with_menu.around
