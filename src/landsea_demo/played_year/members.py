"""The registers of the demonstration's two chambers, from lists that their clerks hand in, and what they file for members by
sheet in the played year.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from landsea.accounts.models import User
from landsea.associations.access import list_members
from landsea.associations.actions.file_bulk import file_sheet, keep_sheet
from landsea.associations.actions.members import import_members
from landsea.associations.forms import NEWS_TO_US
from landsea.associations.member_filings import Sender
from landsea.associations.member_rows import read_member_fields
from landsea.associations.sheet_columns import CASE_COLUMNS, MEMBER_COLUMNS
from landsea.associations.sheet_row_form import SheetNames
from landsea.base.actors import Actor
from landsea.base.ui.sheets.sheet_reader import read_sheet
from landsea.cases.models import Case
from landsea.directory import access as directory_access
from landsea.directory.actors import make_actor
from landsea.directory.models import Office
from landsea.directory.models.names import name_in
from landsea_demo.played_year.cases import draw_fate
from landsea_demo.played_year.fates import Life
from landsea_demo.played_year.filings import Telling, Written, deal_tellings, invent_address, write_filing
from landsea_demo.played_year.office_hours import move_into_day
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.troubles import COUNTRY_OF, read_firms, read_troubles
from landsea_demo.problem_filings import PAGE_LANGUAGES

CHAMBERS = {"vn-vcci": "vi", "cn-ccpit-chongqing-committee": "zh"}
"""The chambers by code, with the language of their members."""
REGISTER_DAY = 340
SHEET_DAYS = {"vn-vcci": (300, 205, 96, 18), "cn-ccpit-chongqing-committee": (262, 131, 40)}
"""Days before the end of the year on which a chamber hands in a list, and sheets of cases."""
FEWEST_ROWS = 3
"""How many cases a chamber's first sheet has; each further one has one more."""


def play_members(schedule: Schedule, chance: Random, taken: set[str]) -> None:
    """Let both clerks hand in a list of members, and then sheets of cases."""
    for code, language in CHAMBERS.items():
        schedule.at(move_into_day(schedule.end - timedelta(days=REGISTER_DAY), chance), _register(code, language))
        told = [one for one in read_troubles().values() if language in one.tellings]
        dealt = deal_tellings(
            [
                replace(one, tellings={language: one.tellings[language]})
                for one in told
                if one.matter != "private_dispute"
            ],
            chance,
        )
        for number, days in enumerate(SHEET_DAYS[code]):
            tellings = [next(dealt) for _ in range(FEWEST_ROWS + number)]
            when = move_into_day(schedule.end - timedelta(days=days), chance)
            schedule.at(when, _sheet(schedule, chance, code, number, tellings, taken))


def _register(code: str, language: str):
    def register(now: datetime) -> None:
        actor, chamber, _address = _clerk_of(code, now)
        country = COUNTRY_OF[language]
        page_language = PAGE_LANGUAGES.get(language, language)
        rows = [
            {"Member": firm, "Country": country, "E-mail": invent_address(firm), "Language": page_language}
            for firm in read_firms()[country]
        ]
        known = SheetNames(list_members(actor, chamber.pk, left=None))
        read = [read_member_fields(given, known) for _number, given in read_sheet(_csv_of(rows), MEMBER_COLUMNS).rows]
        import_members(actor, chamber.pk, [fields for fields, faults in read if not faults], now=now)

    return register


def _sheet(schedule: Schedule, chance: Random, code: str, number: int, tellings: Sequence[Telling], taken: set[str]):
    def hand_in(now: datetime) -> None:
        actor, chamber, address = _clerk_of(code, now)
        members = list(list_members(actor, chamber.pk))
        written = [write_filing(telling, now, chance, "", taken=taken) for telling in tellings]
        parties = [chance.choice(members).party for _one in written]
        data = _csv_of(_row_of(party, one) for party, one in zip(parties, written, strict=True))
        sheet = keep_sheet(actor, chamber.pk, f"cases-{number + 1}.csv", read_sheet(data, CASE_COLUMNS), now=now)
        sender = Sender(chamber.pk, name_in(chamber.names, "en"), chamber.country, address)
        filed = file_sheet(actor, sheet.pk, sender, news=NEWS_TO_US, leave_out=None, now=now)
        for row, one in zip(filed.rows["rows"], written, strict=True):
            case = Case.objects.get(ref=row["ref"])
            Life(schedule, chance, case, one.trouble, one.figures, draw_fate(chance)).begin(now)

    return hand_in


def _row_of(party: str, written: Written) -> dict[str, str]:
    """Return a row of a sheet as the clerk fills it in: no filer's chips, words for place and matter."""
    filing = written.filing
    place = directory_access.find_place(filing.place_code) if filing.place_code else None
    matter = directory_access.find_matter_names([filing.matter])[filing.matter]
    return {
        "Member": party,
        "What happened": filing.text,
        "Where": name_in(place.names, "en") if place else "",
        "Country": filing.country,
        "Goods": filing.goods,
        "HS code": filing.hs,
        "What it is about": name_in(matter, "en"),
        "Cannot wait because": filing.lane_reason,
    }


def _csv_of(rows: Iterable[dict[str, str]]) -> bytes:
    kept = list(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(kept[0]))
    writer.writeheader()
    writer.writerows(kept)
    return out.getvalue().encode()


def _clerk_of(code: str, now: datetime) -> tuple[Actor, Office, str]:
    """Return the invented clerk of a chamber as of `now`, the chamber, and the clerk's address."""
    chamber = directory_access.find_office(code)
    clerk = User.objects.get(email=f"clerk@{code}.example.org", is_demo=True)
    return make_actor(clerk, now), chamber, clerk.email
