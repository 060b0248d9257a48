"""Tables of the rules: measures with all their versions, watches with papers and notices, webhooks with
attempts, sources of news."""

from landsea.rules.models.hooks import Hook, HookAttempt, HookDelivery, HookNews
from landsea.rules.models.measures import Measure, Version, VersionState
from landsea.rules.models.sources import NewsItem, NewsSource
from landsea.rules.models.watches import Frequency, Notice, Paper, Watch

__all__ = [
    "Frequency",
    "Hook",
    "HookAttempt",
    "HookDelivery",
    "HookNews",
    "Measure",
    "NewsItem",
    "NewsSource",
    "Notice",
    "Paper",
    "Version",
    "VersionState",
    "Watch",
]
