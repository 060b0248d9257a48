"""Story 20: a head of an office and a chamber's clerk come in, and stand at the page that says what needs them first."""

from urllib.parse import urlsplit

from .acting import sign_in

SIZE = "desk"
HEAD = "head@cn-mohan-quarantine.example.org"
CLERK = "clerk@cn-ccpit-chongqing-committee.example.org"
LANGUAGES = ("en", "zh-hans", "vi", "lo", "th")


def _begins_at(device, installation, address: str, path: str) -> None:
    """Sign in, stand at one's own page, and come back to it from the first page of all; in every language."""
    sign_in(device, installation, address)
    assert urlsplit(device.page.url).path == path
    page = device.open("/")
    page.locator(f"a.button[href='{path}']").click()
    page.wait_for_url(f"**{path}")
    for language in LANGUAGES:
        device.open(f"{path}?lang={language}")
        device.check(f"first{path.replace('/', '-')}{language}")


def test_a_head_begins_at_the_office(open_device, installation):
    head = open_device("en")
    _begins_at(head, installation, HEAD, "/office/")
    head.open("/office/?lang=en")
    assert head.page.locator("h1").inner_text() == "What needs you first"


def test_a_clerk_begins_at_the_association(open_device, installation):
    clerk = open_device("en")
    _begins_at(clerk, installation, CLERK, "/association/today/")
