"""What pages say for the states of experiences, as (kind of mark, words)."""

from django.utils.translation import pgettext_lazy

from landsea.experiences.models import State

STATES = {
    State.DRAFT: ("open", pgettext_lazy("experience", "draft")),
    State.PUBLISHED: ("done", pgettext_lazy("experience", "published")),
    State.EXPIRED: ("waits", pgettext_lazy("experience", "ended with its rule")),
    State.WITHDRAWN: ("silent", pgettext_lazy("experience", "withdrawn")),
}
