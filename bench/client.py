"""A person with a browser, without the browser: keeps cookies and the form token, speaks HTTP on one kept connection."""

import http.client
import re
from http.cookies import SimpleCookie
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Client:
    """One client; `get` and `post` return (status, text, headers). A status of 400 or more raises AssertionError.

    `more`: headers that it sends with all it asks, as a proxy before it would.
    """

    def __init__(self, port: int, cookies: dict[str, str] | None = None, more: dict[str, str] | None = None):
        self.more = dict(more or {})
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = dict(cookies or {})
        self.token = ""

    def get(self, address: str):
        """Fetch a page."""
        return self._ask("GET", address, None)

    def post(self, address: str, fields: dict[str, str]):
        """Send a form with the token of the last form that was seen."""
        return self._ask("POST", address, urlencode({"csrfmiddlewaretoken": self.token, **fields}))

    def learn_token(self, address: str) -> str:
        """Fetch a page with a form and remember its token; return the page."""
        _, text, _ = self.get(address)
        self.token = TOKEN.search(text).group(1)
        return text

    def _ask(self, method: str, address: str, body: str | None):
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} | self.more
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, address, body, headers)
        response = self.connection.getresponse()
        text = response.read().decode(errors="replace")
        for header in response.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        assert response.status < 400, f"{method} {address}: {response.status} {text[:300]}"
        assert "/accounts/" not in (response.headers.get("Location") or ""), f"{address} asks to sign in"
        return response.status, text, response.headers
