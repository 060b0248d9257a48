"""Sources that the poller reads, and what it has seen there. A source is off until an operator switches it on."""

from django.db import models

KINDS = ("feed", "list", "table", "sitemap", "json", "csv")


class NewsSource(models.Model):
    """A feed, a list page or a table of an authority. `kind` is an adapter's name; `trouble` says what went wrong last."""

    name = models.CharField(max_length=200)
    url = models.URLField(max_length=500, unique=True)
    kind = models.CharField(max_length=10, choices=[(one, one) for one in KINDS])
    country = models.CharField(max_length=5)
    is_on = models.BooleanField(default=False)
    etag = models.CharField(max_length=200, blank=True)
    modified = models.CharField(max_length=60, blank=True)
    polled_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0, help_text="in a row; each one doubles the pause")
    trouble = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class NewsItem(models.Model):
    """A piece of news that was seen; the same link is never drafted twice. `title` is empty for what was seen long ago."""

    source = models.ForeignKey(NewsSource, on_delete=models.CASCADE, related_name="items")
    link = models.CharField(max_length=500)
    version = models.ForeignKey("rules.Version", null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=200, blank=True, db_default="")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "link"], name="rules_one_item")]

    def __str__(self) -> str:
        return self.link
