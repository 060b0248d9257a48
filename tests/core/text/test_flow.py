"""Which way the goods go says where the trouble is: who imports has it at home, who exports at the other end."""

import pytest

from landsea_core.text import read_countries


def first(text: str, filer_country: str) -> str:
    return read_countries(text, filer_country)[0].value


@pytest.mark.parametrize(
    ("text", "filer_country"),
    [
        ("We import rice cookers from Chongqing and the new list wants a licence.", "TH"),
        ("เรานำเข้าหม้อหุงข้าวจากฉงชิ่ง ตอนนี้ต้องมีใบอนุญาต", "TH"),
        ("Kami impor pupuk dari Tiongkok dan tarifnya berubah.", "ID"),
    ],
)
def test_who_imports_has_the_trouble_at_home(text, filer_country):
    assert first(text, filer_country) == filer_country


def test_who_exports_and_names_no_country_has_it_at_the_other_end():
    with_flow = read_countries("We export, and the registration number is not accepted.", "ID")
    without = read_countries("The registration number is not accepted.", "ID")
    assert _share(with_flow, "CN") > _share(without, "CN")


def _share(guesses, country: str) -> float:
    return next((one.confidence for one in guesses if one.value == country), 0.0)
