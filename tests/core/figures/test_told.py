"""Relations told in whole wordings: computed by the formula of their row, and what they let off."""

import time

import pytest

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement import check_statement
from landsea_core.figures.statement.told.formulas import read_formula
from landsea_core.figures.statement.told.wordings import list_relations, make_relations
from landsea_core.text.data_files import LexiconFault

CONTRADICTED = [
    (
        "Each barge carries 350 tonnes. Four barges brought 1,600 tonnes of sand to the port.",
        "350 tonnes × 4 make 1,400 tonnes, said was 1,600 tonnes",
    ),
    (
        "The lorry burns 32 litres per 100 kilometres. For the 600 kilometres to Vientiane it needs 212 litres.",
        "32 litres × 600 kilometres / 100 kilometres make 192 litres, said was 212 litres",
    ),
    ("Inspectors opened 45 of 360 containers, or one in six.", "360 containers / 45 containers make 8, said was 6"),
    (
        "Every second one of the 84 applications was refused, 52 in all.",
        "84 applications / 2 make 42 applications, said was 52 applications",
    ),
    (
        "The association had 118 members in January. Nine joined and four left, so it now has 125.",
        "118 members + 9 members − 4 make 123 members, said was 125 members",
    ),
    (
        "The crossing now takes four hours, half as long as in 2019, when it took ten hours.",
        "10 hours / 2 make 5 hours, said was 4 hours",
    ),
    (
        "The vessel was due on 3 August. It berthed on 9 August, eight days late.",
        "9/8 − 3/8 make 6 days, said was 8 days",
    ),
    ("The 14:30 train was 40 minutes late and left at 15:30.", "14:30 + 40 minutes make 15:10, said was 15:30"),
    (
        "Durian brought 92 million dollars, mango 61 million and longan 74 million, so mango came second.",
        "61 million dollars is called larger than 74 million dollars",
    ),
    ("货车百公里油耗32升，到万象600公里，需要212升油。", "32公里 × 600公里 / 100公里 make 192, said was 212"),
    ("标准收费为80美元，会员打七五折，只付65美元。", "80美元 × 75 / 100 make 60美元, said was 65美元"),
    ("Xe trung chuyển 15 phút một chuyến, mỗi giờ 5 chuyến.", "1 / 15 minutes make 4 trips, said was 5 trips"),
]


@pytest.mark.parametrize(("text", "explanation"), CONTRADICTED)
def test_what_a_wording_tells_is_computed(text, explanation):
    said = [str(one.explanation) for one in check_statement(text).contradictions]
    assert explanation in said


@pytest.mark.parametrize(
    "text",
    [
        "Laos sold 36 million dollars of cassava, three times as much as Cambodia, which sold 12 million.",
        "At 8 am 60 lorries were waiting. By noon 45 had crossed and 20 more had arrived, so 35 were waiting.",
        "Every second one of the 84 applications was refused, 42 in all.",
    ],
)
def test_what_fits_its_wording_is_not_accused_by_another_check(text):
    assert check_statement(text).contradictions == ()


@pytest.mark.parametrize(
    ("text", "read_as"),
    [("Two dozen firms came.", "24 firms"), ("They sent half a dozen samples.", "about 6 samples")],
)
def test_dozens_are_numbers(text, read_as):
    assert read_as in [mark.read_as for mark in check_statement(text).marks]


def test_a_formula_gives_all_that_rounded_figures_may_stand_for():
    formula = read_formula("F = A + B * C / 100")
    assert formula.letters == {"A", "B", "C"}
    made = formula.compute({"A": Interval(1, 2), "B": Interval(100, 200), "C": Interval(10, 10)})
    assert (made.low, made.high) == (11, 22)


def test_a_formula_may_be_divided_by_a_sum():
    formula = read_formula("C = (A * B + F * R) / (A + F)")
    one = {"A": Interval(20, 20), "B": Interval(300, 300), "F": Interval(60, 60), "R": Interval(340, 340)}
    assert (formula.is_sum, formula.letters) == (False, set(one))
    assert formula.compute(one) == Interval(330, 330)
    assert formula.print_with(str.lower) == "(a × b + f × r) / (a + f)"


@pytest.mark.parametrize("written", ["A + B", "AB = C", "C = A % B", "C = "])
def test_a_formula_that_is_none_is_refused(written):
    with pytest.raises(ValueError, match=r".*"):
        read_formula(written)


class _Rows:
    def __init__(self, row):
        self._row = row

    def list_rows(self, kind):
        return [self._row] if kind == "figure_relation" else [{"value": "OTHERWISE", "patterns": ["besides"]}]


@pytest.mark.parametrize(
    "row",
    [
        {"value": "C = A *", "patterns": ["{A}"]},
        {"value": "C = A * B", "patterns": ["({A}"]},
        {"value": "C = A * B", "patterns": ["<NO_SUCH_CLASS> {A}"]},
        {"value": "C = A * B"},
    ],
)
def test_a_relation_that_cannot_be_read_is_refused_with_its_formula(row):
    with pytest.raises(LexiconFault, match="figure_relation"):
        make_relations(_Rows(row))


def test_each_wording_has_a_place_for_each_letter_of_its_formula():
    for relation in list_relations():
        for wording in relation.wordings:
            places = {name.removesuffix("w") for name in wording.groupindex}
            assert relation.formula.letters | {relation.formula.said} <= places, wording.pattern


@pytest.mark.parametrize(
    "repeated", ["4 of the 9 each, ", "Each boat takes 3 tonnes of it. ", "每船载3吨,共", "«0» ‹1› "]
)
def test_a_hostile_text_takes_no_long_time(repeated):
    check_statement("Trade was 8.59 bn yuan.")  # the words are read once
    text = (repeated * 8_000)[:8_000]
    begun = time.process_time()
    check_statement(text)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "text",
    [
        "Of the 600 dockers 450 voted, and 360 of them, or 80 percent, were for a strike.",
        "The first ten days in the yard are free. For each day after that 5 dollars are charged; a box that stayed 16 days "
        "cost 30 dollars.",
        "Rates stand on 27 lines of headings 5204, 5205 and 5206. Viet Nam had the largest share of imports (42.94 percent).",
        "甲闸口放行320辆，乙闸口280辆，甲比乙多40辆。",
        "A third of the 96 reefers are older than ten years. The company will replace these 32 by 2027.",
    ],
)
def test_a_wording_lets_off_what_it_explains_and_accuses_no_numbers_of_nothing(text):
    assert check_statement(text).contradictions == ()
