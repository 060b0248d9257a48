"""Problems of `problem_texts` as they are filed: by whom and under which key, whoever files them says."""

from landsea.cases.filing_plan import Filing
from landsea.cases.understanding.suggestions import keep_choices
from landsea_core.caseflow import Lane
from landsea_demo.played_year.troubles import read_sayings

PAGE_LANGUAGES = {"zh": "zh-hans"}


def make_filing_of_problem(row: tuple, *, party: str, email: str, form_key: str) -> Filing:
    """Return the filing of one row. A row without a party is filed without name and address, whatever is given here."""
    language, text, place, country, filer_country, goods, hs, topic, matter, lane, visibility, has_party = row
    return Filing(
        text=text,
        language=PAGE_LANGUAGES.get(language, language),
        place_code=place,
        country=country,
        filer_country=filer_country,
        goods=goods,
        hs=hs,
        topic=topic,
        matter=matter,
        lane=Lane(lane),
        lane_reason=read_sayings()["cannot_wait"][language][0] if lane == "urgent" else "",
        visibility=visibility,
        party=party if has_party else "",
        email=email if has_party else "",
        form_key=form_key,
        is_demo=True,
        to_read=keep_choices(
            {"matter": matter, "country": country, "goods": f"{goods} {hs}".strip(), "filer_country": filer_country}
        ),
    )
