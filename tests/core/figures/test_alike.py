"""What is said of many figures of one kind is said once: ninety-eight figures for one thing made 4,753 findings."""

import pytest

from landsea_core.figures.statement import check_statement


def wrong(text: str) -> list[str]:
    return [str(one.explanation) for one in check_statement(text).contradictions]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"In 2024 exports were {100 + number} tonnes." for number in range(98)),
        ". ".join(f"Chongqing to Singapore takes {number + 1} days" for number in range(98)),
    ],
)
def test_many_figures_for_one_thing_are_one_finding(text):
    """With the first pair in words, and how many pairs are alike."""
    (said,) = wrong(text)
    assert said.startswith("for the same thing both ") and said.endswith("; and 4,752 alike")


def test_a_few_are_said_one_by_one():
    """Three figures make three pairs, which one can read."""
    text = "In 2024 exports were 100 tonnes. In 2024 exports were 120 tonnes. In 2024 exports were 150 tonnes."
    assert len(wrong(text)) == 3 and not any("alike" in one for one in wrong(text))


def test_each_wrong_growth_from_one_beginning_is_said():
    """They share a figure, but each is a mistake of its own."""
    text = "Exports were 100 tonnes in 2020." + "".join(
        f" Exports were {end} tonnes in {year}, up {growth}% from 2020."
        for end, year, growth in ((120, 2021, 30), (130, 2022, 45), (140, 2023, 55), (150, 2024, 65))
    )
    said = wrong(text)
    assert len(said) == 4
    assert all(any(f"+{growth} %" in one for one in said) for growth in (30, 45, 55, 65))


def test_two_things_are_two_findings():
    """What does not hang together is not thrown together, whatever order it is said in."""
    days = [f"Chongqing to Singapore takes {number + 11} days" for number in range(9)]
    tonnes = [f"In 2024 exports were {100 + number} tonnes" for number in range(9)]
    mixed = ". ".join(one for pair in zip(tonnes, days, strict=True) for one in pair)
    assert sorted(one.rpartition("; ")[2] for one in wrong(mixed)) == ["and 35 alike", "and 35 alike"]


@pytest.mark.parametrize(
    ("part", "text"), [("not_understood", "Rail took 50%. "), ("understood", "100 tonnes in 2024, ")]
)
def test_what_is_said_word_for_word_again_is_counted(part, text):
    """As much as it stands there, and no more."""
    once, often = (getattr(check_statement(text * times), part) for times in (1, 60))
    assert len(often) == len(once) == 1
    assert str(often[0].explanation) == f"{once[0].explanation}; and 59 alike"
    assert (often[0].rule, often[0].text) == (once[0].rule, once[0].text)


def test_of_two_sentences_without_a_figure_both_are_named():
    """Their finding is the same sentence; what was not checked is theirs."""
    found = check_statement("Trade is good. Roads are fine. Exports were 100 tonnes in 2024.").not_understood
    assert [one.text for one in found] == ["Trade is good.", "Roads are fine."]
    assert not any("alike" in str(one.explanation) for one in found)
