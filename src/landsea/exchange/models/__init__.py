"""Tables of the exchange app, one family a file."""

from landsea.exchange.models.introduction import Introduction, Outcome, Stage
from landsea.exchange.models.listing import OFF_THE_BOARD, Kind, Listing, ListingContact, ListingState
from landsea.exchange.models.registration import Registration, RegistrationState
from landsea.exchange.models.report import Report, ReportKind

__all__ = [
    "OFF_THE_BOARD",
    "Introduction",
    "Kind",
    "Listing",
    "ListingContact",
    "ListingState",
    "Outcome",
    "Registration",
    "RegistrationState",
    "Report",
    "ReportKind",
    "Stage",
]
