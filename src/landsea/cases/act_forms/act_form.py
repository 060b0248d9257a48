"""What the forms of all acts on a case have in common: who may press the button, what it carries, what is said afterwards."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.actors import Actor
from landsea.base.files.storage import Stored
from landsea.base.ui.act_forms import FormOfAct
from landsea.base.ui.fields import make_words_field
from landsea.cases.access import Need
from landsea.cases.models import Case

LONGEST_TEXT = 20_000
LONGEST_KEY = 64
LONGEST_VERSION = 8


@dataclass(frozen=True)
class Press:
    """One press of a form's button: by whom, on which case, when, with which papers, in which language it was written."""

    actor: Actor
    ref: str
    now: datetime
    files: tuple[Stored, ...] = ()
    language: str = ""


class ActForm(FormOfAct):
    """The form of one act.

    `act` is its name in the address, `need` what somebody must be allowed to do with the case, `desk_acts` whether only who
    acts for the accountable desk today may do it. `takes_papers`: whether uploads belong to it. `said` is what the person
    reads when it is done. `may_lose_sight`: whether the person may not see the case any more afterwards.
    """

    need: ClassVar[Need] = Need.OFFICE_SIDE
    desk_acts: ClassVar[bool] = False
    takes_papers: ClassVar[bool] = False
    may_lose_sight: ClassVar[bool] = False
    said: ClassVar[Any] = _("Done, on %(ref)s.")

    def do(self, press: Press) -> Case:
        """Do the act and return the case that the person goes on with. Raises what the act raises."""
        raise NotImplementedError

    @property
    def key(self) -> str:
        """The form's key: with the same one an act is done once."""
        return str(self.data.get("key", ""))[:LONGEST_KEY]

    @property
    def seen_version(self) -> int | None:
        """The version of the case that the page showed; None when it said none."""
        version = str(self.data.get("version", ""))
        return int(version) if version.isdecimal() and len(version) <= LONGEST_VERSION else None

    def once(self, press: Press) -> dict[str, Any]:
        """What every act is told: when, and the key with which it is done once."""
        return {"now": press.now, "key": self.key}

    def once_as_seen(self, press: Press) -> dict[str, Any]:
        """The same, with the version that the person was looking at."""
        return self.once(press) | {"seen_version": self.seen_version}


def make_typed_field() -> forms.CharField:
    """Return a field for what is typed into an act, as it was typed; whether anything is needed, the act says."""
    return make_words_field("", LONGEST_TEXT, strip=False)
