"""The colour of an office in the league table, from the share of cases that its desks answered in time. The rule is shown
beside the table; its reasons stand in docs/decisions/contact-freshness.md."""

from enum import StrEnum

from landsea_core.contacts.record import DeskFigures

GREEN_FROM = 0.9
OCHRE_FROM = 0.7


class LeagueColour(StrEnum):
    """Three colours, and none where too few cases tell anything."""

    GREEN = "green"
    OCHRE = "ochre"
    RED = "red"
    NONE = "none"


def choose_colour(figures: DeskFigures) -> LeagueColour:
    """Green from nine in ten answered in time, ochre from seven in ten, red below; none under ten cases."""
    if figures.rate is None:
        return LeagueColour.NONE
    if figures.rate >= GREEN_FROM:
        return LeagueColour.GREEN
    return LeagueColour.OCHRE if figures.rate >= OCHRE_FROM else LeagueColour.RED
