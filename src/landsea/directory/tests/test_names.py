"""The name of a thing for a reader, of those that its row holds."""

import pytest

from landsea.directory.desk_cards import list_things_to_prepare
from landsea.directory.models.names import name_in
from landsea_core.text.traditional import write_in_script


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", "下次对话"),
        ("zh-hant", write_in_script("下次对话", "zh-hant")),
        ("vi", "Đối thoại tiếp theo"),
        ("th", "Next dialogue"),
    ],
)
def test_a_title_written_for_a_page_reaches_its_readers(language, said):
    """In traditional characters too, where a row keeps the words of a page in simplified ones."""
    titles = {"en": "Next dialogue", "zh-hans": "下次对话", "vi": "Đối thoại tiếp theo"}
    assert name_in(titles, language) == said


def test_what_to_have_ready_is_in_the_characters_of_the_reader():
    prepare = {"zh": ["植物检疫证书"], "en": ["phytosanitary certificate"]}
    assert list_things_to_prepare(prepare, "zh-hant") == ("植物檢疫證書",)
    assert list_things_to_prepare(prepare, "zh-hans") == ("植物检疫证书",)
    assert list_things_to_prepare(prepare, "my") == ("phytosanitary certificate",)
