"""What other apps ask of the outbox: never to whom, and never what it says."""

from collections.abc import Collection

from landsea.base.outbox.models import Delivery


def find_queued(onces: Collection[str]) -> set[str]:
    """Return those of these `once` keys under which a mail was queued, whatever became of it; no query for none."""
    return set(Delivery.objects.filter(once__in=onces).values_list("once", flat=True)) if onces else set()


def find_states(onces: Collection[str]) -> dict[str, tuple[str, str]]:
    """Return (state, what the other side said last) of the deliveries with these `once` keys, by key; no query for none."""
    found = Delivery.objects.filter(once__in=onces) if onces else Delivery.objects.none()
    return {once: (state, reply) for once, state, reply in found.values_list("once", "state", "last_reply")}


def find_template(number: int) -> str:
    """Return the template of the delivery with this number; empty when there is none. Whoever asks learns what kind of mail was
    answered, never to whom it went.
    """
    return Delivery.objects.filter(pk=number).values_list("template", flat=True).first() or ""


def list_streams(numbers: Collection[int]) -> list[str]:
    """Return what the deliveries with these numbers are about, each once; no query for none."""
    return (
        list(dict.fromkeys(Delivery.objects.filter(pk__in=numbers).values_list("stream", flat=True))) if numbers else []
    )


def find_row_told_of(number: int, fact: str) -> int | None:
    """Return the number of the row that the delivery with this number tells of under this fact ({"id": 7, ...}); None without
    one, and for a delivery whose facts are erased.
    """
    told = Delivery.objects.filter(pk=number).values_list(f"facts__{fact}__id", flat=True).first()
    return told if isinstance(told, int) else None
