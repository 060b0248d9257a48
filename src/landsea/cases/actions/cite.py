"""Which rules an answer cites: codes of measures as they were picked become the versions that count at that moment."""

from collections.abc import Iterable

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.rules.access import Cite, make_cites

MOST_CITED = 10
"""In one answer. Whoever needs more sends the list of rules instead."""


def find_versions_to_cite(codes: Iterable[str]) -> list[Cite]:
    """Return the versions to keep for these codes. Raises Refused for a code that no measure in the book has
    (`no_measure`), and for more than ten (`too_many_cited`).
    """
    found, unknown = make_cites(codes)
    if unknown:
        raise Refused(
            "no_measure",
            gettext("There is no measure “%(code)s”. Copy the code from the measure's page.")
            % {"code": unknown[0][:40]},
        )
    if len(found) > MOST_CITED:
        raise Refused("too_many_cited", gettext("Cite at most %(most)d rules in one answer.") % {"most": MOST_CITED})
    return found
