"""Goods as people name them become codes; what nobody knows is said back."""

import pytest
from django import forms

from landsea.base.ui.goods import make_goods_field


class AForm(forms.Form):
    goods = make_goods_field("Goods", 200)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("", ()),
        ("0810.60, 2203", ("081060", "2203")),
        ("0810 2203", ("0810", "2203")),
        ("០៨១០.៦០, ၂၂၀၃", ("081060", "2203")),
        ("fresh durian", ("081060",)),
        ("ມັນຕົ້ນ", ("071410",)),
        ("榴莲、咖啡", ("081060", "090111")),
        ("sầu riêng, 081060", ("081060",)),
    ],
)
def test_words_of_any_language_and_codes_are_taken(typed, codes):
    form = AForm({"goods": typed})
    assert form.is_valid() and form.cleaned_data["goods"] == codes


def test_what_nobody_knows_is_said_back():
    form = AForm({"goods": "coffee, zxqw"})
    assert not form.is_valid() and "“zxqw”" in form.errors["goods"][0]
