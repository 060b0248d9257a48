"""Public telephones of offices, as the reference files name them. Telephones of people are contacts and stay private."""

from django.db import models

from landsea.directory.models.fact import Fact, Lasting


class OfficeTelephone(Fact, Lasting):
    """A number that anyone may ring: what answers there, whose line it is, at which hours, and who says so."""

    code = models.CharField(max_length=120, unique=True, help_text="office and number")
    office = models.ForeignKey("directory.Office", on_delete=models.CASCADE, related_name="telephones")
    number = models.CharField(max_length=20, help_text="E.164, or a short code dialled within the country")
    display = models.CharField(max_length=40)
    kind = models.CharField(max_length=30)
    whose = models.CharField(max_length=20, help_text="own, or shared: of the authority, of the government")
    hours = models.CharField(max_length=200, blank=True, help_text="local; 24 h, or days with their hours")
    note = models.JSONField(default=dict)
    said_on = models.CharField(
        max_length=10, blank=True, help_text="year, month or day by which its source dates itself"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("office", "position")

    def __str__(self) -> str:
        return self.code
