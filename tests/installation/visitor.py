"""A person in a browser: opens pages, fills in the forms that stand on them, presses their buttons, reads mails.

Nothing is posted that no page asked for: each form is read from the page, hidden fields and chosen options with it.
"""

import re
from urllib.parse import urljoin, urlsplit

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone
from lxml import html

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words

SPEAKS_OF_A_DEMO = re.compile(r"/demo/|demonstration|made-up person", re.IGNORECASE)
PASSWORD = "a long and quiet river 27"


class Visitor:
    """Somebody with a browser of their own, and an address at which mails arrive."""

    def __init__(self, name: str, email: str = ""):
        self.name, self.email = name, email
        self.client = Client()
        self.where, self.text, self.page, self.status = "/", "", None, 0

    def open(self, address: str, *, status: int = 200) -> "Visitor":
        """Open an address as a link would, and follow where it leads."""
        return self._take(
            self.client.get(urlsplit(address)._replace(scheme="", netloc="").geturl(), follow=True), status
        )

    def follow(self, words: str) -> "Visitor":
        """Follow the link with these words on the present page."""
        for link in self.page.iter("a"):
            if words in " ".join(link.text_content().split()):
                return self.open(urljoin(self.where, link.get("href")))
        raise AssertionError(f"{self.name} finds no link '{words}' on {self.where}")

    def send(self, button: str, *, status: int = 200, **typed) -> "Visitor":
        """Press the button with these words, in the form that it stands in, with these fields filled in."""
        for form in self.page.iter("form"):
            for pressed in form.iter("button"):
                if button in " ".join(pressed.text_content().split()):
                    return self._send_form(form, pressed, typed, status)
        raise AssertionError(f"{self.name} finds no button '{button}' on {self.where}")

    def _send_form(self, form, pressed, typed: dict, status: int) -> "Visitor":
        names = {field.get("name") for field in form.iter("input", "select", "textarea")}
        unknown = {name for name, value in typed.items() if name not in names}
        assert not unknown, f"the form on {self.where} does not ask for {unknown}"
        # A chosen option whose value is empty is sent as that, where lxml says "on".
        empty = {one.get("name"): "" for one in form.xpath(".//input[@checked and @value='']")}
        values = {name: value for name, value in (dict(form.form_values()) | empty).items() if name not in typed}
        if pressed.get("name"):
            values[pressed.get("name")] = pressed.get("value", "")
        address = urljoin(self.where, pressed.get("formaction") or form.get("action") or self.where)
        return self._take(self.client.post(address, values | typed, follow=True), status)

    def _take(self, answer, status: int) -> "Visitor":
        self.where, self.status = answer.request["PATH_INFO"], answer.status_code
        self.text = answer.content.decode()
        assert self.status == status, f"{self.name} gets {self.status} at {self.where}: {self.said()[:400]}"
        said = SPEAKS_OF_A_DEMO.search(self.text)
        assert not said, f"{self.where} speaks of a demonstration: {said and said.group()}"
        self.page = html.document_fromstring(self.text)
        return self

    def said(self) -> str:
        """Return the words of the page's main part."""
        document = html.document_fromstring(self.text)
        main = next(document.iter("main"), document)
        return " ".join(main.text_content().split())

    def last_mail(self) -> tuple[str, str]:
        """Return subject and words of the latest mail to this person."""
        mail = Delivery.objects.filter(address=self.email).order_by("-pk").first()
        assert mail is not None, f"{self.name} got no mail"
        return render_words(mail)

    def link_in_mail(self, part: str) -> str:
        """Return the address with this part in the latest mail."""
        found = re.search(rf"https?://\S*{re.escape(part)}\S*", self.last_mail()[1])
        assert found, f"no address with {part} in {self.last_mail()}"
        return found.group()

    def come_in(self, link: str) -> "Visitor":
        """Follow an invitation: password, second factor, recovery codes, on to the work."""
        self.open(link)
        self.send("Keep this password", password1=PASSWORD, password2=PASSWORD)
        secret = next(self.page.iter("code")).text_content().strip()
        self.send("Set it up", code=format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30)))
        return self.follow("Go on to my work")


def invited(name: str, email: str) -> Visitor:
    """Return somebody who follows the invitation that came by mail."""
    person = Visitor(name, email)
    return person.come_in(person.link_in_mail("/accounts/invitation/"))
