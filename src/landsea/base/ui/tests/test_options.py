"""The options of a choice, drawn at once."""

from landsea.base.ui.options import _draw_groups, draw_grouped_options, draw_options


def test_the_chosen_one_is_marked_and_words_are_words():
    drawn = draw_options([("", "not known"), ("CN", "<b>China</b>"), (12, 'a "quoted" word')], "CN")
    assert drawn == (
        '<option value="">not known</option><option value="CN" selected>&lt;b&gt;China&lt;/b&gt;</option>'
        '<option value="12">a &quot;quoted&quot; word</option>'
    )


def test_groups_that_are_kept_keep_no_choice():
    groups = (("Papers & permits", (("permit", "Permit"), ("origin", "Origin"))),)
    first, second = draw_grouped_options(groups, "permit"), draw_grouped_options(groups, "origin")
    assert first.startswith('<optgroup label="Papers &amp; permits"><option value="permit" selected>')
    assert '<option value="permit">Permit</option><option value="origin" selected>' in second


def test_what_is_no_option_is_not_kept():
    """A form may bring any words in the place of a choice, as long as a request may be."""
    groups = (("Papers", (("permit", "Permit"),)),)
    assert " selected" not in draw_grouped_options(groups, "none of them")
    kept = _draw_groups.cache_info().currsize
    for number in range(9):
        draw_grouped_options(groups, "x" * 1000 + str(number))
    assert _draw_groups.cache_info().currsize == kept
