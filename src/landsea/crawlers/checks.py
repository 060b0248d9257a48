"""What `landsea check --deploy` says of security.txt: it ends on a day, and only a stranger would notice that it is gone."""

from datetime import UTC, timedelta
from typing import Any

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.utils import timezone

MOST_DAYS = 366


@register(Tags.security, deploy=True)
def check_security_contact(**_facts: Any) -> list[Warning]:
    """Warn where a contact is set and its day is not, is past, or is further away than RFC 9116 wants it (section 2.5.5)."""
    expires, today = settings.SECURITY_EXPIRES, timezone.now().astimezone(UTC).date()
    if not settings.SECURITY_CONTACT:
        return []
    if expires is None or expires <= today:
        said = "is not set" if expires is None else "has passed"
        return [
            Warning(
                f"LANDSEA_SECURITY_CONTACT is set and LANDSEA_SECURITY_EXPIRES {said}: there is no security.txt.",
                hint="Set a day within the next year.",
                id="landsea.W001",
            )
        ]
    if expires > today + timedelta(days=MOST_DAYS):
        return [Warning("LANDSEA_SECURITY_EXPIRES is more than a year away: set a nearer day.", id="landsea.W002")]
    return []
