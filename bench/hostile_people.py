"""Hostile people over HTTP: one with a browser, who walks pages and sends their forms, and one who is a program and calls the
API. What they send is of `tests/hostile`; what they leave alone stands in `LEFT_ALONE`.
"""

import contextlib
import http.client
import json
import random
import re
import uuid
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from bench.hostile_forms import Form, read_page
from bench.hostile_seen import Came, Seen, find_fault, pattern_of

LEFT_ALONE = ("/post/held/", "/privacy/about/", "/board/many/", "/operator/mails/")
"""Where officers take away by right what was handed over: held mails, what is kept about a person, many cases at once."""
REF = re.compile(r"LS-\d{4}-\d+")
MOST_LINKS = 400


class HostilePerson:
    """One hostile person with a browser. `user_id` of an account that is signed in, `refs` of cases that may be touched."""

    def __init__(self, who: str, port: int, chance: random.Random, refs: set[str], user_id: int | None = None):
        self.who, self.port, self.chance, self.refs, self.user_id = who, port, chance, refs, user_id
        self.cookies: dict[str, str] = {}
        self.links: list[str] = []
        self.fixed = addresses_without_parameters()
        self.network = f"198.51.100.{chance.randrange(1, 255)}"

    def take_turn(self, seen: Seen) -> None:
        """Ask one address, and send one of the forms that come."""
        if self.user_id and not self.cookies:
            self._sign_in()
        if self.who == "filer" and not self.cookies:
            self._open_mailbox(seen)
        address = self.chance.choice(self.links if self.links and self.chance.random() < 0.6 else self.fixed)
        came = self._ask(seen, "GET", self._made_hostile(address) if self.chance.random() < 0.3 else address)
        if came.status != 200 or not came.kind.startswith("text/html"):
            return
        page = read_page(urlsplit(address).path, came.content.decode(errors="replace"))
        self.links += [one for one in sorted(page.links) if self._may_touch(one)]
        self.chance.shuffle(self.links)
        del self.links[MOST_LINKS:]
        forms = [one for one in page.forms if one.fields and self._may_touch(one.action, *_values(one))]
        if forms:
            self._send_form(seen, self.chance.choice(forms))

    def _send_form(self, seen: Seen, form: Form) -> None:
        """Send a form with one or two hostile values."""
        from tests.hostile.sending import encode
        from tests.hostile.values import BODIES

        names = [name for name in form.fields if name != "csrfmiddlewaretoken"]
        sent = {name: value for name, (_, value) in form.fields.items()}
        for name in self.chance.sample(names, min(len(names), self.chance.choice((0, 1, 1, 1, 2)))):
            sent[name] = self._hostile_value(form.fields[name][0])
        if form.method == "GET":
            self._ask(seen, "GET", f"{urlsplit(form.action).path}?{encode(_texts(sent))}")
        elif self.chance.random() < 0.05:
            kind, body = self.chance.choice(BODIES)
            self._ask(seen, "POST", form.action, body, kind)
        elif any(kind == "file" for kind, _ in form.fields.values()):
            self._ask(seen, "POST", form.action, *_with_papers(sent, form, self.chance))
        else:
            self._ask(seen, "POST", form.action, encode(sent).encode(), "application/x-www-form-urlencoded")

    def _hostile_value(self, kind: str) -> Any:
        from tests.hostile.values import KINDS, WORDS

        return self.chance.choice(WORDS if self.chance.random() < 0.2 else KINDS.get(kind, WORDS))

    def _made_hostile(self, address: str) -> str:
        """Return the address with a hostile piece of its path, or a hostile value in its query."""
        from tests.hostile.values import KINDS, NUMBERS_IN_PATHS, PIECES

        parts = urlsplit(address)
        pieces = [one for one in parts.path.split("/") if one]
        hostile = self.chance.choice((*NUMBERS_IN_PATHS, *PIECES))
        if not pieces or self.chance.random() < 0.5:
            name = self.chance.choice(re.findall(r"[?&](\w+)=", f"?{parts.query}") or ["q", "page", "day", "country"])
            value = self.chance.choice(KINDS["any"])
            return f"{parts.path}?{urlencode({name: value}, encoding='utf-8', errors='surrogatepass')}"
        pieces[self.chance.randrange(len(pieces))] = quote(hostile.encode("utf-8", "surrogatepass"), safe="")
        return f"/{'/'.join(pieces)}{'/' if parts.path.endswith('/') else ''}"

    def _may_touch(self, *texts: str) -> bool:
        """Whether nothing of what the drill counts stands in these addresses and values."""
        whole = " ".join(texts)
        return set(REF.findall(whole)) <= self.refs and not any(one in whole for one in LEFT_ALONE)

    def _ask(
        self, seen: Seen, method: str, address: str, body: bytes | None = None, kind: str = "", **headers: str
    ) -> Came:
        """Send one request, keep the cookies of its answer, judge and count it."""
        from tests.hostile.values import HEADERS

        sent = {"X-Forwarded-For": self.network, "User-Agent": "Mozilla/5.0", **headers}
        sent |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        sent |= {"Content-Type": kind} if kind else {}
        if self.chance.random() < 0.1:
            name = self.chance.choice(sorted(set(HEADERS) - {"Cookie", "X-Forwarded-For", "Authorization"}))
            sent[name] = self.chance.choice(HEADERS[name])
        came = Came()
        with contextlib.suppress(OSError, http.client.HTTPException, ValueError, UnicodeEncodeError):
            came = self._send(method, address, body, sent)
        pattern = pattern_of(address)
        seen.note(
            self.who,
            f"{method} {address} {(body or b'')[:300]!r}",
            pattern,
            came,
            find_fault(came, method, pattern, self.who),
        )
        if self.user_id and came.status == 302 and came.location.startswith("/accounts/"):
            self.cookies = {}  # signed out, or asked for the second factor again
        return came

    def _send(self, method: str, address: str, body: bytes | None, headers: dict[str, str]) -> Came:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            line.request(method, address, body, headers)
            answer = line.getresponse()
            content = answer.read()
        finally:
            line.close()
        for header in answer.headers.get_all("Set-Cookie") or []:
            with contextlib.suppress(CookieError):
                for name, morsel in SimpleCookie(header).items():
                    self.cookies[name] = morsel.value
        return Came(
            answer.status, answer.headers.get("Location") or "", content, answer.headers.get("Content-Type") or ""
        )

    def _sign_in(self) -> None:
        """Get a session that passed the second factor; for an account that was closed meanwhile, none."""
        from django.db import Error, connection

        from bench.site import cookies_of_user
        from landsea.accounts.models import User

        with contextlib.suppress(Error, User.DoesNotExist):
            connection.close_if_unusable_or_obsolete()
            self.cookies = cookies_of_user(User.objects.get(pk=self.user_id))

    def _open_mailbox(self, seen: Seen) -> None:
        """File a case as anybody does and open its mailbox; its number is one that may be touched."""
        from bench.client import TOKEN
        from bench.drill_people import FORM

        page = self._ask(seen, "GET", "/file/").content.decode(errors="replace")
        token, key = TOKEN.search(page), uuid.uuid4().hex * 2
        fields = FORM | {"text": "Our lorry waits.", "key": key, "email": f"{key[:12]}@hostile.example.org"}
        if token is None:
            return
        fields["csrfmiddlewaretoken"] = token.group(1)
        form = "application/x-www-form-urlencoded"
        came = self._ask(seen, "POST", "/file/", urlencode(fields).encode(), form)
        sent = self._ask(seen, "GET", came.location).content.decode(errors="replace") if came.location else ""
        link = re.search(r"/m/[\w-]{43}", sent)
        if link:
            mailbox = self._ask(seen, "GET", link.group(0)).location
            self.refs = self.refs | set(REF.findall(mailbox))
            self.fixed = [mailbox] * 30 + self.fixed if mailbox else self.fixed


class HostileProgram(HostilePerson):
    """A program with a key, or with none, that calls the operations of the API."""

    def __init__(self, who: str, port: int, chance: random.Random, refs: set[str], bearer: str):
        super().__init__(who, port, chance, refs)
        from landsea.api.table import list_operations

        self.bearer, self.operations = bearer, list(list_operations())

    def take_turn(self, seen: Seen) -> None:
        """Call one operation with one hostile value."""
        from tests.hostile.programs import headers_for, hostile_value, names_of, ordinary_body
        from tests.hostile.sending import encode
        from tests.hostile.values import BODIES, KINDS, NUMBERS_IN_PATHS, PIECES

        operation = self.chance.choice(self.operations)
        name = self.chance.choice([*names_of(operation), ""])
        path = operation.path
        for part in operation.in_path:
            known = sorted(self.refs) if part == "ref" else [str(self.chance.randrange(1, 40))]
            given = self.chance.choice((*NUMBERS_IN_PATHS, *PIECES) if part == name else known)
            path = path.replace(f"{{{part}}}", quote(given.encode("utf-8", "surrogatepass"), safe=""))
        if name in {one.name for one in operation.query}:
            path += f"?{encode({name: self.chance.choice(KINDS['any'])})}"
        body, kind = None, ""
        if operation.method != "GET":
            typed = ordinary_body(operation)
            if name in typed or name == "papers":
                typed[name] = hostile_value(self.chance)
            kind, body = ("application/json", json.dumps(typed).encode()) if name else self.chance.choice(BODIES)
        self._ask(seen, operation.method, f"/api/v1{path}", body, kind, **headers_for(self.bearer, operation))


def addresses_without_parameters() -> list[str]:
    """Return the addresses of all pages whose pattern takes nothing."""
    from tests.contract.matrix import committed_matrix

    return sorted(
        {f"/{pattern}" for method, pattern, _ in committed_matrix() if method == "GET" and "<" not in pattern}
    )


def _values(form: Form) -> list[str]:
    return [value for _, value in form.fields.values()]


def _texts(sent: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in sent.items() if isinstance(value, str)}


def _with_papers(sent: dict[str, Any], form: Form, chance: random.Random) -> tuple[bytes, str]:
    """Return the body of a form with papers that are not what they seem, and its type."""
    from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
    from tests.hostile.values import make_uploads

    papers = {name for name, (kind, _) in form.fields.items() if kind == "file"}
    body = {name: value.encode("utf-8", "replace").decode() for name, value in sent.items() if name not in papers}
    body |= {name: chance.choice(make_uploads()) for name in papers if chance.random() < 0.7}
    return encode_multipart(BOUNDARY, body), MULTIPART_CONTENT
