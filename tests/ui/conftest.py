"""Pages for the browser tests of the components, drawn once, and a small server with the strict content policy.

They need the built front end and a Chromium; no database and no view takes part.
"""

import gzip
import json
import re
import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import override_settings
from django.utils import translation

from landsea.base.ui.gallery import sample_context
from landsea.base.ui.gallery_samples import SAMPLES
from landsea.base.ui.menu import make_menu
from landsea.base.ui.shapes import Tab

STATIC = Path(__file__).parents[2] / "src" / "landsea" / "base" / "ui" / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}

FORM = """{% extends "ui/base.html" %}{% load ui %}{% block main %}<h1>Filing</h1>
<form method="post" action="/sent/" data-draft="filing" data-stepper>{% include "ui/parts/draft_notice.html" %}
<fieldset class="question"><legend>What happened?</legend><label for="what">Words</label>
<textarea id="what" name="what" required></textarea></fieldset>
<fieldset class="question"><legend>Where?</legend><label for="where">Place</label><input id="where" name="where">
<label for="secret">Word</label><input type="password" id="secret" name="secret"></fieldset>
<fieldset class="question"><legend>Papers</legend>
{% uploader name="papers" label="Papers" url="/upload/" most=3 %}</fieldset>
<div data-last-question><button class="button" type="submit">Send</button></div>
{% include "ui/parts/stepper_bar.html" %}</form>{% endblock %}"""
SENT = """{% extends "ui/base.html" %}{% block main %}<h1 data-draft-sent="filing">It has arrived</h1>{% endblock %}"""
LINKS = (
    """{% extends "ui/base.html" %}{% load ui %}{% block main %}<h1>Rows</h1>{% tabs nav "Orders" %}{% endblock %}"""
)
ASKED = """{% extends "ui/base.html" %}{% block main %}<h1>Asked</h1><form method="post" action="/answered/">
<button class="button">Ask</button></form>{% endblock %}"""
ANSWERED = """{% extends "ui/base.html" %}{% block main %}<h1>Answered</h1><a href="/plain/">On</a>{% endblock %}"""
WRITING = """{% extends "ui/base.html" %}{% block main %}<h1>Writing</h1><form method="post" action="/refused/">
{% if came_by_form %}<p class="fault">Please say where.</p>{% endif %}<label for="words">Words</label>
<textarea id="words" name="words">{{ words }}</textarea>
<label for="secret">Word</label><input type="password" id="secret" name="secret">
<label><input type="checkbox" name="told" checked> Write to me</label><button class="button">Send</button></form>
<form method="post" action="/other/"><label for="other">Other words</label><input id="other" name="words">
<button class="button">Other</button></form><a href="/plain/">On</a>{% endblock %}"""
BURMESE = ("my", "ကုန်တင်ကား", "နယ်စပ်ဂိတ်တွင် ကုန်တင်ကားနှစ်စီး စောင့်ဆိုင်းနေရသည်။")
THAI = ("th", "สินค้าติดอยู่", "ด่านไม่รับใบตรวจวิเคราะห์ของเรา รถบรรทุกทุเรียนสองคันรออยู่ที่ด่าน")
KHMER = ("km", "ទំនិញជាប់គាំង", "ច្រកព្រំដែនមិនទទួលយករបាយការណ៍មន្ទីរពិសោធន៍របស់យើងទេ។")
ONE_SCRIPT = """{% extends "ui/base.html" %}{% load ui %}{% block main %}<h1>{{ heading }}</h1><p>{{ text }}</p>
<p><strong>{{ text }}</strong></p>{% choices choices %}{% steps line %}{% endblock %}"""
ROW = tuple(Tab(f"Where one may go, {number}", "#", number == 6) for number in range(8))
SCRIPTS = (*SAMPLES, THAI, KHMER, BURMESE)
CLOSES_WITHIN_S = 0.02


class Counter:
    """Serves `pages` (address -> html) and keeps what was sent: (address, bytes), and the posted bodies."""

    def __init__(self, pages: dict[str, str]):
        self.pages = pages
        self.sent: list[tuple[str, int]] = []
        self.posted: list[tuple[str, bytes]] = []
        self.refuse_uploads = False
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=[CLOSES_WITHIN_S], daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def upload(self, body: bytes) -> tuple[int, dict]:
        """Answer an upload as a view would: with a receipt, or a sentence that says what to do."""
        name = re.search(rb'filename="([^"]*)"', body)[1].decode()
        if self.refuse_uploads:
            return 422, {"fault": f"{name} is cut off. Please take the photo again."}
        return 200, {"receipt": f"receipt-of-{name}", "name": name}

    def _handler(self):
        counter = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                path = self.path.partition("?")[0]
                if path in counter.pages:
                    self.answer(200, "text/html; charset=utf-8", counter.pages[path].encode())
                elif path.startswith("/static/") and (STATIC / path[8:]).is_file():
                    file = STATIC / path[8:]
                    self.answer(200, TYPES[file.suffix], file.read_bytes())
                else:
                    self.answer(404, "text/plain", b"")

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                counter.posted.append((self.path, body))
                if self.path == "/upload/":
                    status, content = counter.upload(body)
                    self.answer(status, "application/json", json.dumps(content).encode())
                else:
                    answer = counter.pages.get(self.path, counter.pages["/sent/"])
                    self.answer(200, "text/html; charset=utf-8", answer.encode())

            def answer(self, status, kind, body):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Security-Policy", POLICY)
                if kind != "font/woff2":
                    body = gzip.compress(body)
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                counter.sent.append((self.path, len(body)))

            def log_message(self, *_args):
                """Keep the test's output clean."""

        return Handler


def _pages() -> dict[str, str]:
    context = sample_context()
    pages = {
        "/gallery/": render_to_string("ui/gallery.html", context),
        "/plain/": render_to_string(
            "ui/plain.html", {"heading": "Not here", "what_now": ["Look it up."], "acts": [("Home", "/")]}
        ),
        "/form/": Template(FORM).render(Context()),
        "/links/": Template(LINKS).render(Context({"nav": ROW})),
        "/sent/": Template(SENT).render(Context()),
    }
    pages["/asked/"] = Template(ASKED).render(Context())
    pages["/answered/"] = Template(ANSWERED).render(Context({"came_by_form": True, "page_again": "/asked/"}))
    pages["/writing/"] = Template(WRITING).render(Context())
    refused = {"came_by_form": True, "page_again": "/writing/", "words": "Two lorries wait"}
    pages["/refused/"] = Template(WRITING).render(Context(refused))
    for code in ("en", "zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil"):
        with translation.override(code):
            words = {"nav": ROW, "menu": make_menu("/menu/", [("My cases", "/cases/")])}
            pages[f"/menu/{code}/"] = Template(SENT).render(Context(words))
            words["user"] = SimpleNamespace(is_authenticated=True)
            pages[f"/signed-in/{code}/"] = Template(SENT).render(Context(words))
    for code, heading, text in SCRIPTS:
        words = {"heading": heading, "text": text, "choices": context["choices"], "line": context["step_lines"][0][1]}
        with translation.override(code):
            pages[f"/script/{code}/"] = Template(ONE_SCRIPT).render(Context(words))
    return pages


@pytest.fixture(scope="module")
def pages():
    """The pages, drawn."""
    assert (STATIC / "ui" / "dist" / "landsea.js").exists(), "Build the front end first: npm ci && npm run build"
    with override_settings(DEMO=True):
        return _pages()


@pytest.fixture
def counter(pages):
    """The pages, served to one test alone: what the page of the test before still asked for would be counted otherwise."""
    server = Counter(pages)
    yield server
    server.close()


@pytest.fixture(scope="module")
def chromium():
    """Debian's Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    if not path:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, counter):
    """Open an address of the counter in a fresh device; afterwards nothing may have complained in its console."""
    complaints, contexts = [], []

    def opened(path, width=390, height=844, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.goto(counter.address + path)
        page.evaluate_handle("document.fonts.ready") if options.get("java_script_enabled", True) else None
        return page

    yield opened
    for context in contexts:
        context.close()
    # The browser itself notes each refused upload; that is the answer we asked for.
    assert not [line for line in complaints if "422" not in line]
