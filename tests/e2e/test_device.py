"""The stories' eyes are open: a device does complain about what a careful visitor would."""

import pytest


@pytest.mark.parametrize(
    ("harm", "complaint"),
    [
        ("main.append(document.createElement('textarea'))", "axe"),
        ("main.append(Object.assign(document.createElement('script'), {textContent: '1'}))", "Content Security Policy"),
        ("main.append(Object.assign(document.createElement('img'), {alt: '', src: '/nowhere.png'}))", "/nowhere.png"),
        ("console.warn('something is old')", "something is old"),
        ("main.style.minWidth = '3000px'", "wider"),
    ],
)
def test_a_device_complains(open_device, harm, complaint):
    device = open_device()
    page = device.open("/help/")
    device.check("help")
    page.evaluate(f"() => {{ const main = document.querySelector('main'); {harm}; }}")
    page.wait_for_timeout(500)
    with pytest.raises(AssertionError, match=complaint):
        device.check("help")
    device.complaints.clear()


def test_a_device_says_what_it_waits_for(open_device):
    device = open_device()
    page = device.open("/help/")
    page.route("**/never", lambda _route: None)
    with page.expect_request("**/never"):
        page.evaluate("() => { fetch('/never'); }")
    assert f"GET {page.url.removesuffix('/help/')}/never (fetch) for " in device.describe()
