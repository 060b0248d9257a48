"""The people of the directory: contacts, appointments (what somebody may do, from when to when), leave."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from landsea.base.translation.languages import find_page_language


class Role(models.TextChoices):
    """What an appointment makes of a person."""

    HOLDER = "holder"
    DEPUTY = "deputy"
    HEAD = "head"
    ASSOCIATION = "association"
    OBSERVER = "observer"
    OPERATOR = "operator"
    EDITOR = "editor"


class Contact(models.Model):
    """How a person at a desk is reached. Shown only to those who may see it; public pages show the desk."""

    desk = models.ForeignKey("directory.Desk", on_delete=models.CASCADE, related_name="contacts")
    user = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="contacts")
    name = models.CharField(max_length=120)
    names = models.JSONField(default=dict, help_text="language -> name in that script")
    email = models.EmailField(blank=True)
    email_since = models.DateTimeField(null=True, help_text="when this address took the place of another one")
    phone = models.CharField(max_length=40, blank=True)
    duty_phone = models.CharField(max_length=40, blank=True)
    languages = models.JSONField(default=list)
    part = models.CharField(
        max_length=6,
        choices=[("holder", "holder"), ("deputy", "deputy")],
        default="holder",
        help_text="place in the desk's chain, for people who have no account",
    )
    quiet_from = models.TimeField(
        null=True, help_text="not called from then on, office's clock; empty: the usual hours"
    )
    quiet_until = models.TimeField(null=True)
    is_demo = models.BooleanField(default=False)
    added_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(Lower("email"), name="contact_email", condition=Q(ended_at=None))]
        constraints = [
            models.CheckConstraint(
                name="quiet_hours_whole",
                condition=Q(quiet_from=None, quiet_until=None) | Q(quiet_from__isnull=False, quiet_until__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def mail_language(self) -> str:
        """The language of mails to the contact: that of its person's pages once they signed in, who may have chosen it; else
        the first of the contact's languages that there are pages in.
        """
        if self.user and self.user.last_login:
            return self.user.language
        return find_page_language(self.languages)


class Appointment(models.Model):
    """A person's role at a desk (holder, deputy) or at an office (head, association, observer), for a time.

    An operator's and an editor's appointment names neither. Rights follow from appointments that are current, and from
    nothing else.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="appointments")
    role = models.CharField(max_length=12, choices=Role.choices)
    desk = models.ForeignKey("directory.Desk", null=True, on_delete=models.CASCADE, related_name="appointments")
    office = models.ForeignKey("directory.Office", null=True, on_delete=models.CASCADE, related_name="appointments")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="appointment_names_its_unit",
                condition=(
                    Q(role__in=["holder", "deputy"], desk__isnull=False, office__isnull=True)
                    | Q(role__in=["head", "association", "observer"], desk__isnull=True, office__isnull=False)
                    | Q(role__in=["operator", "editor"], desk__isnull=True, office__isnull=True)
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} of {self.desk_id or self.office_id}"


class Leave(models.Model):
    """Days on which a person is away: from the start of the first to the end of the last, in the person's zone."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="leaves")
    first_day = models.DateField()
    last_day = models.DateField()
    stand_in = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="standing_in")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["last_day"], name="leave_last_day")]
        constraints = [
            models.CheckConstraint(name="leave_in_order", condition=Q(last_day__gte=models.F("first_day"))),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} away {self.first_day} to {self.last_day}"
