"""Figures told beside each other: amounts of countries make no sum, and a part is not what was before."""

import pytest

from landsea_core.figures.statement import check_statement

FITS = (
    "The terminal handled 640 trains, 220 more than a year before: 380 by rail and 260 by road.",
    "The zone has 96 firms, 14 more than in 2024: 61 from China and 35 from Laos.",
    "The fleet counts 75 lorries, up 12: 50 in Nanning and 25 in Hanoi.",
    "Ga có 640 chuyến, tăng 220 chuyến so với năm trước, gồm 380 chuyến đường sắt và 260 chuyến đường bộ.",
    "园区有96家企业，比上年多14家：中国61家，老挝35家。",
    "Exports came to 412 million dollars to Laos, 365 million to Thailand and 90 million to Cambodia.",
    "Vietnam bought 412 million dollars, Thailand 365 million and Laos 90 million.",
)
FAULTS = (
    "The port took 640 trains, 240 more than the 380 of the year before.",
    "Throughput rose from 380,000 to 640,000 boxes, 220,000 more, of which 260,000 were empty.",
    "Fruit exports came to 5.83 billion dollars: 5.1 billion to China, 420 million to Korea and 210 million to Thailand.",
    "Arrivals were 2.95 million: 1.2 million from China, 900,000 from Thailand and 750,000 from Vietnam.",
    "园区有96家企业：中国61家，老挝45家。",
)


@pytest.mark.parametrize("text", FITS)
def test_a_list_that_fits_is_left_in_peace(text: str) -> None:
    assert not check_statement(text).contradictions


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_in_a_list_is_found(text: str) -> None:
    assert check_statement(text).contradictions
