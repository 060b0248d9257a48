"""Takes away where both sides of a talk met when the filer is erased: often it is the filer's telephone number."""

from collections.abc import Collection
from datetime import datetime

from landsea.talks.models import Talk


def forget_call_links(case_id: int, _addresses: Collection[str], _now: datetime) -> None:
    """Empty the links and numbers of an erased case's talks, in the caller's transaction."""
    Talk.objects.filter(case_id=case_id).update(call_link="")
