"""A host that is not ours: a small page with all headers of safety, and one line of the log."""

import pytest

from landsea.base.ui.middleware import CONTENT_POLICY


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/m/secret", "/api/v1/topics", "/accounts/login/"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:99999999", "[::1", "a" * 5000, "landsea.example@evil"])
def test_a_foreign_host_gets_a_small_page_and_one_line_of_log(client, settings, caplog, path, host):
    settings.ALLOWED_HOSTS = ["landsea.example"]
    page = client.get(path, headers={"host": host})
    assert page.status_code == 400 and len(page.content) < 1000
    assert "under this name" in page.content.decode() and "evil" not in page.content.decode()
    assert page["Content-Security-Policy"] == CONTENT_POLICY
    assert page["X-Content-Type-Options"] == "nosniff" and page["X-Frame-Options"] == "DENY"
    assert page["Referrer-Policy"] in {"same-origin", "strict-origin"} and "Cross-Origin-Opener-Policy" in page
    assert page["Cache-Control"] == "private, no-store" and "Permissions-Policy" in page
    (line,) = caplog.records
    assert line.exc_info is None and "LANDSEA_ALLOWED_HOSTS" in line.getMessage() and len(line.getMessage()) < 200


def test_it_is_said_in_the_reader_s_language_and_sends_to_no_other_host(client, settings):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["landsea.example"], True
    page = client.get("/", headers={"host": "evil.example", "accept-language": "vi"})
    assert page.status_code == 400 and 'lang="vi"' in page.content.decode() and "Location" not in page
