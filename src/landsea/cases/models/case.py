"""The case: one problem of one party. Who filed it is elsewhere (`filer.py`), so that no list can show it by accident.

`desk` is the one accountable desk at this moment; the column cannot be empty, which is what makes "exactly one
accountable desk at every moment" a property of the table. `due_at` is when the current step falls due; it is empty
while the clock is paused and when the case is closed, so that queue and watcher read one index. Once a case is late it
stays the deadline that was missed, whoever is called afterwards (`called`): a late case has no due time to come.
"""

from django.db import models
from django.db.models import Q

from landsea.base.ui.page_subjects import LONGEST
from landsea_core.caseflow import Called, Lane, Outcome, State, Step, Visibility


def choices_of(enum) -> list[tuple[str, str]]:
    """Return a core enumeration as Django choices."""
    return [(member.value, member.value) for member in enum]


class Case(models.Model):
    """One problem, from filing to an honest outcome."""

    ref = models.CharField(max_length=16, unique=True)
    form_key_digest = models.CharField(
        max_length=64, unique=True, null=True, help_text="the same form twice is one case"
    )
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="filed_cases")
    association = models.ForeignKey("directory.Office", null=True, on_delete=models.PROTECT, related_name="filed_cases")
    member = models.ForeignKey("cases.AssociationMember", null=True, on_delete=models.PROTECT, related_name="cases")
    visibility = models.CharField(max_length=20, choices=choices_of(Visibility))
    language = models.CharField(max_length=10, help_text="language of the filer's words and mails")

    written_in = models.CharField(max_length=3, blank=True, db_default="", help_text="language of the words")
    reading = models.JSONField(
        default=dict, db_default={}, help_text="what was read from the words: kind to [value, confidence], and versions"
    )

    title = models.CharField(max_length=140)
    text = models.TextField()
    filer_country = models.CharField(max_length=2, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="where the problem is")
    place = models.ForeignKey("directory.Place", null=True, on_delete=models.SET_NULL, related_name="cases")
    place_text = models.CharField(max_length=200, blank=True)
    topic = models.CharField(max_length=40, blank=True)
    matter = models.CharField(max_length=40, blank=True)
    goods = models.CharField(max_length=200, blank=True)
    hs = models.CharField(max_length=6, blank=True)
    direction = models.CharField(max_length=10, blank=True)
    happened_on = models.DateField(null=True)
    lane_reason = models.CharField(max_length=200, blank=True)
    about_page = models.CharField(
        max_length=LONGEST, blank=True, default="", db_default="", help_text="the page it was filed from: kind and code"
    )
    routing = models.JSONField(default=list, help_text="reasons for the first desk, as codes with values")

    lane = models.CharField(max_length=10, choices=choices_of(Lane))
    state = models.CharField(max_length=12, choices=choices_of(State))
    step = models.CharField(max_length=10, choices=choices_of(Step), blank=True)
    desk = models.ForeignKey("directory.Desk", on_delete=models.PROTECT, related_name="cases")
    desk_since = models.DateTimeField()
    meant_desk = models.ForeignKey(
        "directory.Desk",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
        help_text="the desk that answers for it, while nobody there can and the coordinator is accountable",
    )
    hand_offs = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    wakes_at = models.DateTimeField(null=True, help_text="when the watcher looks next: a reminder, or the deadline")
    wake_failures = models.PositiveSmallIntegerField(default=0, db_default=0, help_text="how often looking failed")
    wake_error = models.CharField(
        max_length=200, blank=True, default="", db_default="", help_text="what failed, without its words"
    )
    paused_at = models.DateTimeField(null=True)
    extended = models.BooleanField(default=False)
    silent_since = models.DateTimeField(null=True, help_text="a deadline passed without an answer")
    called = models.CharField(
        max_length=12,
        choices=choices_of(Called),
        blank=True,
        default="",
        db_default="",
        help_text="whom silence called last",
    )
    proposed_outcome = models.CharField(max_length=25, choices=choices_of(Outcome), blank=True)
    outcome = models.CharField(max_length=25, choices=choices_of(Outcome), blank=True)
    handed_on_to = models.CharField(max_length=300, blank=True, help_text="the named place for an out-of-scope case")
    closed_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    is_joint = models.BooleanField(default=False)
    touched_at = models.DateTimeField(help_text="when something last happened on it")
    version = models.PositiveIntegerField(default=1)
    is_demo = models.BooleanField(default=False)

    beside: frozenset[str] | None = None
    """What stands beside it in other tables, where a page has looked (`access.tables_beside`); no column."""

    class Meta:
        indexes = [
            models.Index(fields=["desk", "due_at", "id"], name="case_desk_queue", condition=Q(closed_at=None)),
            models.Index(
                fields=["due_at", "id"],
                include=["desk", "state", "country", "lane", "hs", "silent_since", "paused_at"],
                name="case_all_queue",
                condition=Q(closed_at=None),
            ),
            models.Index(fields=["wakes_at", "id"], name="case_wakes", condition=Q(wakes_at__isnull=False)),
            models.Index(fields=["desk", "-closed_at"], name="case_desk_closed", condition=Q(closed_at__isnull=False)),
            models.Index(fields=["-closed_at", "-id"], name="case_all_closed", condition=Q(closed_at__isnull=False)),
            models.Index(
                fields=["meant_desk"], name="case_meant_desk", condition=Q(closed_at=None, meant_desk__isnull=False)
            ),
            models.Index(fields=["association", "-filed_at"], name="case_association"),
            models.Index(fields=["filer_country", "-filed_at"], name="case_filer_country"),
        ]
        constraints = [
            models.CheckConstraint(
                name="case_closed_has_outcome",
                condition=Q(closed_at=None, outcome="", merged_into=None)
                | Q(closed_at__isnull=False) & (~Q(outcome="") | Q(merged_into__isnull=False)),
            ),
            models.CheckConstraint(
                name="case_runs_or_waits",
                condition=Q(due_at=None) | Q(closed_at=None, paused_at=None),
            ),
            models.CheckConstraint(
                name="case_handed_on_names_a_place",
                condition=~Q(outcome="handed_on") | ~Q(handed_on_to=""),
            ),
        ]

    def __str__(self) -> str:
        return self.ref
