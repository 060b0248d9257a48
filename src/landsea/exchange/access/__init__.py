"""The only reads of the board. Shown entries are public; whom to reach is shown to nobody before all sides agreed, except to
the people of the desk that vouches.
"""

from landsea.exchange.access.introductions import (
    OUTCOME_AFTER,
    count_introductions_waiting,
    count_outcomes,
    find_introduction,
    is_outcome_asked,
    list_introductions,
    list_introductions_of_owner,
)
from landsea.exchange.access.listings import (
    Query,
    choose_language,
    choose_words,
    compute_digest_of_words,
    find_events,
    find_listing,
    find_listings,
    find_own_contact,
    list_matches,
    list_policies,
    list_reports,
    list_shown_listings,
    list_to_moderate,
    may_manage,
    may_see,
)
from landsea.exchange.access.registrations import count_places_left, find_position_in_line, list_registrations
from landsea.exchange.access.secrets import (
    find_contact_with_secret,
    find_introduction_with_secret,
    find_registration_with_secret,
)

__all__ = [
    "OUTCOME_AFTER",
    "Query",
    "choose_language",
    "choose_words",
    "compute_digest_of_words",
    "count_introductions_waiting",
    "count_outcomes",
    "count_places_left",
    "find_contact_with_secret",
    "find_events",
    "find_introduction",
    "find_introduction_with_secret",
    "find_listing",
    "find_listings",
    "find_own_contact",
    "find_position_in_line",
    "find_registration_with_secret",
    "is_outcome_asked",
    "list_introductions",
    "list_introductions_of_owner",
    "list_matches",
    "list_policies",
    "list_registrations",
    "list_reports",
    "list_shown_listings",
    "list_to_moderate",
    "may_manage",
    "may_see",
]
