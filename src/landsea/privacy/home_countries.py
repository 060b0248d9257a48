"""The home country of a person and of papers: where it follows from. It is kept nowhere twice.

An account's home is the country of the office of its current appointment; an address's that of the latest case, registration or
introduction that names one; a case's that of its filer. Papers of a case have the home of the case.
"""

from landsea.base.personal_data import Subject
from landsea.cases.models import Case
from landsea.directory.models import Appointment
from landsea.exchange.models import Introduction, Registration


def find_home(subject: Subject) -> str:
    """Return the code of a person's home country, empty while none is known."""
    if subject.user_id is not None:
        return _home_of_account(subject.user_id)
    if subject.case_id is not None:
        return Case.objects.filter(pk=subject.case_id).values_list("filer_country", flat=True).first() or ""
    return _home_of_address(subject.address)


def _home_of_account(user_id: int) -> str:
    held = Appointment.objects.filter(user_id=user_id, ends_at=None).order_by("-starts_at")
    found = held.values_list("desk__office__country", "office__country")
    return next((one or other for one, other in found if one or other), "")


def _home_of_address(address: str) -> str:
    cases = Case.objects.filter(identity__email__iexact=address).exclude(filer_country="")
    found = [cases.order_by("-pk").values_list("filer_country", flat=True).first()]
    for table in (Registration, Introduction):
        found.append(
            table.objects.filter(email__iexact=address).order_by("-pk").values_list("country", flat=True).first()
        )
    return next((code for code in found if code), "")
