"""How long a contact is trusted without new evidence: data, with the reasons in docs/decisions/contact-freshness.md."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Thresholds:
    """`due_after` a voucher the contact is asked to confirm; `stale_after` it nobody should rely on it any more. The
    ladder's rungs are told from the day of the first question: reminder, deputy, head, coordinator. `missed_for_stale`
    missed deadlines since the last voucher make it stale whatever its age.
    """

    due_after: timedelta
    stale_after: timedelta
    reminder_after: timedelta
    deputy_after: timedelta
    head_after: timedelta
    coordinator_after: timedelta
    missed_for_stale: int = 3

    def __post_init__(self) -> None:
        rungs = (self.reminder_after, self.deputy_after, self.head_after, self.coordinator_after)
        if not timedelta(0) < self.due_after < self.stale_after or list(rungs) != sorted(set(rungs)):
            raise ValueError("Thresholds follow one another: due before stale, each rung after the one before.")


USUAL = Thresholds(
    due_after=timedelta(days=90),
    stale_after=timedelta(days=120),
    reminder_after=timedelta(days=7),
    deputy_after=timedelta(days=14),
    head_after=timedelta(days=21),
    coordinator_after=timedelta(days=30),
)
"""For contacts in office hours: asked every 90 days, stale with the coordinator's task 30 days later."""

DUTY = Thresholds(
    due_after=timedelta(days=30),
    stale_after=timedelta(days=42),
    reminder_after=timedelta(days=3),
    deputy_after=timedelta(days=6),
    head_after=timedelta(days=9),
    coordinator_after=timedelta(days=12),
)
"""For contacts on a duty roster: a lorry at the gate at night has nobody else to ring."""
