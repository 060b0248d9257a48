"""An entry of the board: a public fact with its source, or what a business or a desk put there. Whom to reach is in a table
of its own, so that no list can show it by accident.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from landsea.directory.models.names import name_index


class Kind(models.TextChoices):
    """What an entry is."""

    GOODS_OFFERED = "goods_offered"
    GOODS_WANTED = "goods_wanted"
    PROJECT = "project"
    INVESTMENT_PROGRAMME = "investment_programme"
    INCENTIVE = "incentive"
    COOPERATION_ZONE = "cooperation_zone"
    TRADE_FAIR = "trade_fair"
    FORUM = "forum"
    CULTURE_EVENT = "culture_event"
    TRAINING = "training"
    SCHOLARSHIP = "scholarship"
    SCHOOL_EXCHANGE = "school_exchange"
    TOURISM_ROUTE = "tourism_route"
    FLIGHT_ROUTE = "flight_route"
    SISTER_CITY = "sister_city"


class ListingState(models.TextChoices):
    """Whether an entry is shown. What a business puts there waits until a person has looked at it."""

    WAITING = "waiting"
    SHOWN = "shown"
    HELD = "held"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"


OFF_THE_BOARD = (ListingState.REMOVED, ListingState.WITHDRAWN)
"""What is gone for good, whoever took it off."""


class Listing(models.Model):
    """An entry. `starts` and `ends` are days as known: `2026`, `2026-03` or `2026-03-18`. With a `capacity` one registers
    here, until `register_by`. `desk` is the one through which introductions and registrations go.
    """

    code = models.CharField(max_length=20, unique=True, null=True, help_text="of a public fact in data/reference")
    kind = models.CharField(max_length=25, choices=Kind.choices, db_index=True)
    titles = models.JSONField()
    texts = models.JSONField(default=dict)
    countries = ArrayField(models.CharField(max_length=2), default=list)
    place = models.ForeignKey("directory.Place", null=True, on_delete=models.SET_NULL, related_name="+")
    place_text = models.CharField(max_length=200, blank=True)
    organiser = models.CharField(max_length=200, blank=True)
    who_for = models.CharField(max_length=200, blank=True)
    starts = models.CharField(max_length=10, blank=True)
    ends = models.CharField(max_length=10, blank=True)
    recurring = models.CharField(max_length=120, blank=True)
    hs = ArrayField(models.CharField(max_length=6), default=list)
    sectors = ArrayField(models.CharField(max_length=30), default=list)
    languages = ArrayField(models.CharField(max_length=10), default=list)
    policies = ArrayField(models.CharField(max_length=20), default=list, help_text="codes of the policies behind it")
    measures = ArrayField(models.CharField(max_length=40), default=list, help_text="codes of the rules behind it")
    source = models.CharField(max_length=500, blank=True)
    grade = models.CharField(max_length=10, default="claimed")
    checked = models.CharField(max_length=10, blank=True)
    note = models.CharField(max_length=500, blank=True)
    retired_at = models.DateTimeField(null=True)  # it vanished from the files, or was taken off the board
    is_demo = models.BooleanField(default=False)

    desk = models.ForeignKey("directory.Desk", null=True, on_delete=models.PROTECT, related_name="listings")
    posted_at = models.DateTimeField(null=True)
    posted_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    form_key = models.UUIDField(unique=True, null=True)
    network = models.CharField(max_length=32, blank=True)
    state = models.CharField(max_length=10, choices=ListingState.choices, default=ListingState.SHOWN)
    state_reason = models.CharField(max_length=300, blank=True)
    capacity = models.PositiveIntegerField(null=True)
    register_by = models.DateTimeField(null=True)
    name_tokens = ArrayField(models.TextField(), default=list)

    class Meta:
        indexes = [name_index("listing_names")]
        constraints = [
            models.CheckConstraint(
                name="registration_has_a_deadline",
                condition=Q(capacity=None, register_by=None) | Q(capacity__isnull=False, register_by__isnull=False),
            ),
            models.CheckConstraint(name="listing_is_fact_or_posted", condition=~Q(code=None) | Q(desk__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.code or f"E-{self.pk}"


class ListingContact(models.Model):
    """Who put an entry there and how to reach them; shown to nobody before both sides agreed to an introduction. The
    secret link of `nonce` is theirs.
    """

    listing = models.OneToOneField(Listing, on_delete=models.CASCADE, related_name="contact")
    firm = models.CharField(max_length=200)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=10, default="en")
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"contact of {self.listing_id}"
