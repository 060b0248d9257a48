"""The only reads of the board. Shown entries are public; whom to reach is shown to nobody before all sides agreed, except to
the people of the desk that vouches.
"""

from landsea.exchange.access.introductions import (
    OUTCOME_AFTER,
    count_outcomes,
    introduction_for,
    introductions_for,
    introductions_of_owner,
    outcome_is_asked,
)
from landsea.exchange.access.listings import (
    Query,
    digest_of_words,
    find_events,
    find_listings,
    language_of,
    listing_for,
    matches_of,
    may_manage,
    may_see,
    own_contact,
    policies_of,
    reports_of,
    shown_listings,
    to_moderate,
    words_of,
)
from landsea.exchange.access.registrations import places_left, position_in_line, registrations_of
from landsea.exchange.access.secrets import contact_with_secret, introduction_with_secret, registration_with_secret

__all__ = [
    "OUTCOME_AFTER",
    "Query",
    "contact_with_secret",
    "count_outcomes",
    "digest_of_words",
    "find_events",
    "find_listings",
    "introduction_for",
    "introduction_with_secret",
    "introductions_for",
    "introductions_of_owner",
    "language_of",
    "listing_for",
    "matches_of",
    "may_manage",
    "may_see",
    "outcome_is_asked",
    "own_contact",
    "places_left",
    "policies_of",
    "position_in_line",
    "registration_with_secret",
    "registrations_of",
    "reports_of",
    "shown_listings",
    "to_moderate",
    "words_of",
]
