"""What operators see of the network: rows that nobody can plan with, and what is wrong with each."""

from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from landsea.base.impossible_rows import IMPOSSIBLE_ROWS, MOST_SHOWN, ImpossibleRow, KindOfRow
from landsea.base.translation.sentences import say_sentence
from landsea.corridor.kept_network import list_passed_over_rows
from landsea_core.planner.network.row_kinds import EDITED
from landsea_core.planner.network.sound_rows import PassedOver


def _find() -> tuple[list[ImpossibleRow], int]:
    found = list_passed_over_rows()
    return [_row_of(key, one) for key, one in found[:MOST_SHOWN]], len(found)


def _row_of(key: str, one: PassedOver) -> ImpossibleRow:
    address = reverse("edit_network_row", args=[one.kind, key]) if one.kind in EDITED and key else ""
    why = " ".join(f"{fault.key}: {say_sentence(fault.sentence)}".removeprefix(": ") for fault in one.faults[:3])
    return ImpossibleRow(key, f"{one.kind} {key}", why, address)


IMPOSSIBLE_ROWS.put(
    KindOfRow(
        "network",
        lambda total: (
            ngettext(
                "%(total)s row of the network is impossible", "%(total)s rows of the network are impossible", total
            )
            % {"total": total}
        ),
        gettext_lazy("Ways are planned without them until an editor of the network puts them right."),
        _find,
        button=gettext_lazy("Put it right"),
    ),
    order=40,
)
