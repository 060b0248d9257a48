"""What the rows of a spreadsheet mean: for each a filing, or sentences about what to repair. Asks register and directory;
writes nothing. The preview and the act that files read the rows with the same function, so they cannot disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext

from landsea.associations.forms import NEWS_TO_US
from landsea.associations.member_filings import (
    Sender,
    make_filing_for_member,
)
from landsea.associations.sheet_columns import CASE_COLUMNS, MEMBER_COLUMNS
from landsea.associations.sheet_row_form import RowForm, SheetNames, says_day_first
from landsea.cases.filing_plan import Filing
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import AssociationMember
from landsea.cases.understanding.meaning import Understood, understand_filing
from landsea.cases.understanding.suggestions import keep_choices
from landsea_core.caseflow import Lane


@dataclass(frozen=True)
class SheetRow:
    """A row as read: its number in the sheet, what was given, and one of three: the filing it makes, the number of the open
    case that it was filed as before, or `faults`: (header of the column, sentence).
    """

    number: int
    given: dict[str, str]
    member: AssociationMember | None = None
    understood: Understood | None = None
    filing: Filing | None = None
    filed_as: str = ""
    faults: list[tuple[str, str]] = field(default_factory=list)


def read_rows(
    rows: Iterable[dict],
    members: Iterable[AssociationMember],
    sender: Sender,
    *,
    sheet: int,
    filed: Mapping[tuple, str],
    news: str = NEWS_TO_US,
) -> list[SheetRow]:
    """Return what the kept rows of the spreadsheet `sheet` mean now, for a sender and where its mails go. `filed`: the numbers
    of open cases by what was filed; whoever left rows out, repaired them and sends the whole sheet again files none twice.
    """
    rows = list(rows)
    writes_day_first = says_day_first(kept["given"].get("happened_on", "") for kept in rows)
    known, found, first_with = SheetNames(members, writes_day_first), [], {}
    for kept in rows:
        row = _read_row(kept["row"], kept["given"], known, sender, sheet, news)
        if row.filing:
            same = first_with.setdefault(
                (row.member.pk, row.filing.text, row.filing.place_text, row.filing.goods), row.number
            )
            if same != row.number:
                sentence = gettext("Row %(same)d says the same for the same member. Leave one of them out.") % {
                    "same": same
                }
                row = replace(row, filing=None, faults=[(name_header("text"), sentence)])
            elif earlier := filed.get(
                (row.member.pk, row.filing.text, row.filing.place_text, row.filing.happened_on), ""
            ):
                row = replace(row, filing=None, filed_as=earlier)
        found.append(row)
    return found


def _read_row(number: int, given: dict[str, str], known: SheetNames, sender: Sender, sheet: int, news: str) -> SheetRow:
    form = RowForm(given, known)
    form.is_valid()
    cleaned = form.cleaned_data
    member = cleaned.get("member")
    if form.errors:
        faults = [(name_header(name), str(one)) for name, sentences in form.errors.items() for one in sentences]
        return SheetRow(number, given, member or None, faults=faults)
    typed = {name: cleaned[name] for name in ("text", "place_text", "country", "matter")}
    typed |= {"goods": f"{cleaned['goods']} {cleaned['hs']}".strip(), "filer_country": member.country}
    typed["lane"] = Lane.URGENT if cleaned["urgent"] else Lane.NORMAL
    understood = understand_filing(typed)
    filing = Filing(
        text=cleaned["text"],
        visibility=cleaned["visibility"],
        lane=typed["lane"],
        lane_reason=cleaned["urgent"],
        place_code=understood.place.code if understood.place else "",
        place_text=cleaned["place_text"],
        country=understood.country,
        goods=cleaned["goods"] or ("" if cleaned["hs"] else understood.goods),
        hs=cleaned["hs"] or understood.hs,
        topic=understood.topic,
        matter=understood.matter.code if understood.matter else "",
        happened_on=cleaned["happened_on"],
        form_key=MAILBOX_LINKS.secret_of(f"sheet:{sheet}:{number}"),
        to_read=keep_choices(typed),
    )
    return SheetRow(number, given, member, understood, make_filing_for_member(filing, member, sender, news))


def name_header(code: str) -> str:
    """Return a column's heading in the reader's language."""
    return str(next(column.heading for column in (*CASE_COLUMNS, *MEMBER_COLUMNS) if column.code == code))
