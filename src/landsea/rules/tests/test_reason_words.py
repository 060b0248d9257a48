"""Reasons and changes name countries, ways and effects as the reader calls them, never by code."""

import pytest
from django.utils import translation

from landsea.rules.labels import change_words, say_reason
from landsea_core.rules import MeasureReason


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "M013 admits these goods by no other way than: by air, by sea."),
        ("zh-hans", "空运"),
        ("vi", "hàng không"),
        ("lo", "ອາກາດ"),
    ],
)
def test_ways(language, sentence):
    with translation.override(language):
        said = say_reason(MeasureReason("admits_other_ways", {"measure": "M013", "ways": "air, sea"}))
        assert sentence in said and (language == "en" or "air" not in said)


def test_countries_and_effects():
    with translation.override("vi"):
        said = say_reason(MeasureReason("transit_not_covered", {"measure": "M013", "countries": "TH, LA"}))
        assert "Thái Lan" in said and "Lào" in said and "TH," not in said
        assert "Trung Quốc" in change_words(MeasureReason("origin", {"before": "none", "after": "CN, VN"}))
        assert "forbids" not in change_words(MeasureReason("effect", {"before": "forbids", "after": "admits"}))
