"""The form that one row of a sheet of cases is: its cells read as the filer's form reads its fields, and what names in it may
mean.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import CORRIDOR, name_country
from landsea.base.ui.fields import DayField, make_words_field
from landsea.cases.forms import LONGEST_TEXT, FilingForm
from landsea.cases.models import AssociationMember
from landsea.directory import access as directory_access
from landsea_core.caseflow import Visibility
from landsea_core.text import fold_spelling

DAY_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y")

TWO_WAYS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")

HS_LENGTHS = range(2, 13)

NO = {"", "no", "normal", "n", "否", "不", "普通", "khong"}

VISIBILITY_WORDS = {
    Visibility.NAMED: ("named", "desk", "具名", "实名", "办理部门", "neu ten", "don vi phu trach"),
    Visibility.COORDINATOR_ONLY: (
        "coordinator",
        "coordinator only",
        "coordinator_only",
        "协调中心",
        "协调员",
        "dieu phoi vien",
    ),
    Visibility.PSEUDONYMOUS: ("nobody", "pseudonymous", "anonymous", "匿名", "khong ai", "an danh"),
}

YES = {"yes", "y", "x", "1", "true", "left", "是", "co", "da roi"}


def fold_member_name(name: str) -> str:
    """Return a name as it is compared: capitals and spaces do not count, marks on letters do."""
    return " ".join(unicodedata.normalize("NFC", name).lower().split())


def says_day_first(written: Iterable[str]) -> bool:
    """Say whether a column of days writes the day before the month: one of them can be read in no other way, and none has it
    the other way round. Example: beside 18/11/2026, 05/11/2026 is the fifth of November.
    """
    found = [TWO_WAYS.fullmatch(one.strip()) for one in written]
    pairs = [(int(one[1]), int(one[2])) for one in found if one]
    return any(one > 12 for one, _other in pairs) and not any(other > 12 for _one, other in pairs)


@dataclass
class SheetNames:
    """What rows may name: the members of the register by name, countries and matters by their names in all
    languages of the pages; and whether the sheet's days are written with the day first.
    """

    members: Iterable[AssociationMember]
    writes_day_first: bool = False

    @cached_property
    def by_party(self) -> dict[str, AssociationMember]:
        """Members by name. Marks on letters count: in Vietnamese they make another name."""
        return {fold_member_name(one.party): one for one in self.members}

    @cached_property
    def countries(self) -> dict[str, str]:
        """Country codes by folded code and name."""
        named = {
            fold_spelling(name_country(code, language)): code
            for code in CORRIDOR
            for language, _name in settings.LANGUAGES
        }
        return named | {fold_spelling(code): code for code in CORRIDOR}

    @cached_property
    def matters(self) -> dict[str, str]:
        """Matter codes by folded code and name."""
        found = {}
        for topic in directory_access.list_topics_in_service():
            for matter in topic.matters.all():
                found |= {fold_spelling(name): matter.code for name in (matter.code, *matter.names.values())}
        return found


class RowForm(forms.Form):
    """One row of a sheet of cases. The rules for words and days are the filer's form's."""

    member = make_words_field(
        _("Member"), 200, required=True, error_messages={"required": _("Write the member's name.")}
    )
    text = make_words_field(
        _("What happened"), LONGEST_TEXT, required=True, error_messages={"required": _("Write what happened.")}
    )
    place_text = make_words_field(_("Where"), 200)
    country = make_words_field(_("Country"), 100)
    goods = make_words_field(_("Goods"), 200)
    hs = make_words_field(_("HS code"), 40)
    matter = make_words_field(_("What it is about"), 200)
    happened_on = DayField(
        years_ahead=None,
        required=False,
        input_formats=DAY_FORMATS,
        error_messages={"invalid": _("This is no day that we can read. Write it as 2026-03-18, or leave it open.")},
    )
    urgent = make_words_field(_("Cannot wait because"), 200)
    visibility = make_words_field(_("Who may know"), 60)

    clean_text = FilingForm.clean_text

    def __init__(self, given: dict[str, str], known: SheetNames):
        super().__init__(given)
        self.known = known

    def clean_member(self) -> AssociationMember:
        """Return the member with this name; one who left gets nothing filed."""
        member = self.known.by_party.get(fold_member_name(self.cleaned_data["member"]))
        if member is None:
            raise ValidationError(_("No member of this name is in your register. Add it there, or correct the name."))
        if member.left_at:
            raise ValidationError(_("This member left. Mark it as back in the register, or take the row out."))
        return member

    def clean_country(self) -> str:
        """Return the code of a country named by code or by name."""
        said = self.cleaned_data["country"]
        if said and fold_spelling(said) not in self.known.countries:
            raise ValidationError(
                _("This is none of the twelve countries of the corridor. Correct it, or leave it empty.")
            )
        return self.known.countries.get(fold_spelling(said), "")

    def clean_matter(self) -> str:
        """Return the code of a matter named by code or by name in any language."""
        said = self.cleaned_data["matter"]
        if said and fold_spelling(said) not in self.known.matters:
            raise ValidationError(
                _("This is not on the list of matters. Take one from the template's second page, or leave it empty.")
            )
        return self.known.matters.get(fold_spelling(said), "")

    def clean_hs(self) -> str:
        """Return up to six digits. A sheet that took the code for a number dropped its leading zero: it is put back."""
        digits = re.sub(r"[\s.]", "", self.cleaned_data["hs"])
        if not digits:
            return ""
        if not (digits.isascii() and digits.isdigit()) or len(digits) not in HS_LENGTHS:
            raise ValidationError(
                _("An HS code has digits only, at least two, for instance 0810.60. Words go under “Goods”.")
            )
        return ("0" + digits if len(digits) % 2 else digits)[:6]

    def clean_happened_on(self):
        """Refuse a day that could be two days, unless the other rows say which, then whatever the filer's form refuses."""
        two = TWO_WAYS.fullmatch(self.data.get("happened_on", "").strip())
        if (
            two
            and not self.known.writes_day_first
            and int(two[1]) <= 12
            and int(two[2]) <= 12
            and int(two[1]) != int(two[2])
        ):
            year, one, other = two[3], int(two[1]), int(two[2])
            raise ValidationError(
                _("This can be two days. Write %(one)s or %(other)s."),
                params={"one": f"{year}-{other:02}-{one:02}", "other": f"{year}-{one:02}-{other:02}"},
            )
        return FilingForm.clean_happened_on(self)

    def clean_visibility(self) -> Visibility:
        """Return who may know; an empty cell means that the desk may."""
        said = fold_spelling(self.cleaned_data["visibility"])
        for visibility, known in VISIBILITY_WORDS.items():
            if said in (fold_spelling(one) for one in known):
                return visibility
        if said:
            raise ValidationError(_("Write “named”, “coordinator” or “nobody”, or leave it empty for “named”."))
        return Visibility.NAMED

    def clean_urgent(self) -> str:
        """Return why it cannot wait; empty for the normal lane. A mere “yes” is no reason."""
        said = self.cleaned_data["urgent"]
        if fold_spelling(said) in YES:
            raise ValidationError(_("Say in a few words what cannot wait, or leave it empty for the normal lane."))
        return "" if fold_spelling(said) in NO else said
