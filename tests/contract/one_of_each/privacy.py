"""People's rights over their data: a mailed link, a copy that is ready, and a name that was opened."""

from datetime import datetime

from landsea.base.personal_data import Subject
from landsea.cases.actions.open_filer import open_filer
from landsea.privacy.actions.ask_about_address import ask_about_address
from landsea.privacy.actions.make_export import make_export
from landsea.privacy.actions.order_export import order_export
from landsea.privacy.links import DATA_LINKS
from landsea.privacy.models import Export

ADDRESS = "someone@demo.example.org"


def make(world, now: datetime) -> dict:
    """Ask about an address, make a copy of what is kept about it, open who filed a case."""
    link = ask_about_address(ADDRESS, language="en", now=now)
    secret = order_export(Subject(address=ADDRESS), language="en", now=now)
    make_export(Export.objects.latest("pk").pk, now=now)
    open_filer(world.actor("holder"), world.file(now=now).case.ref, "reach", now=now)
    return {
        "my_data_act": [{"act": act} for act in ("copy", "correct", "close")],
        "data_link": {"secret": DATA_LINKS.secret_of(link.nonce)},
        "address_data_act": [{"act": act} for act in ("copy", "correct", "erase")],
        **dict.fromkeys(("data_copy", "data_copy_file"), {"secret": secret}),
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another name that was opened."""
    open_filer(world.actor("holder"), world.file(now=now).case.ref, "check", now=now)
