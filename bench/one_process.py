"""Time opening, replying and filing in one process without a web server, and say where the time goes.

Usage: python -m bench.one_process [--cases 10000] [--rounds 200] [--kinds open,reply,file] [--profile KIND] [--statements KIND]

Requests go to the WSGI application as the web server hands them over, so that the processor's time of a request can be told
from what else these shared machines do. `--profile` prints the functions that cost most, `--statements` what is asked of
the database and by whom. `python -m bench.before_after COMMIT --in-process` runs it for two checkouts in turns.
"""

import argparse
import cProfile
import io
import os
import pstats
import re
import statistics
import sys
import time
import traceback
import uuid
from collections.abc import Callable
from http.cookies import SimpleCookie
from urllib.parse import urlencode

KINDS = ("open", "reply", "file")
BLOCK = 10
"""So many requests of a kind are timed before the next kind's turn, so that a busy second falls on all of them."""


def main() -> int:
    """Measure, and print a line for each kind."""
    parser = argparse.ArgumentParser(prog="python -m bench.one_process", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, help="size of the store (default 10000)")
    parser.add_argument("--rounds", type=int, default=200, help="requests of each kind (default 200)")
    parser.add_argument("--kinds", default=",".join(KINDS), help="which, with commas (default all)")
    parser.add_argument("--profile", choices=KINDS, help="print what a hundred requests of this kind call")
    parser.add_argument("--statements", choices=KINDS, help="print the statements of one request of this kind")
    options = parser.parse_args()
    acts = prepare(options.cases)
    for act in acts.values():
        for _ in range(20):
            act()
    if options.profile:
        print_profile(acts[options.profile])
    elif options.statements:
        print_statements(acts[options.statements])
    else:
        print_times({kind: acts[kind] for kind in options.kinds.split(",")}, options.rounds)
    return 0


def prepare(cases: int) -> dict[str, Callable[[], None]]:
    """Fill the store that DATABASE_URL names, and return a function for each kind that does it once."""
    import django

    ours = {"DJANGO_SETTINGS_MODULE": "landsea.settings.base", "LANDSEA_DEMO": "yes", "LANDSEA_SECRET_KEY": "bench"}
    os.environ |= ours | {"LANDSEA_LOG_LEVEL": "ERROR", "LANDSEA_FILINGS_PER_HOUR": "100000000"}
    django.setup()
    from django.core.management import call_command

    from bench.__main__ import FORM, fresh
    from bench.site import sign_in
    from bench.store import make_store
    from landsea.cases.models import Case

    call_command("collectstatic", interactive=False, verbosity=0)
    make_store(cases)
    generated = Case.objects.filter(closed_at=None, is_demo=True).order_by("-id")
    refs = list(generated.values_list("ref", flat=True)[:2000])
    officer, filer = Browser(sign_in("coordinator")), Browser({})
    officer.learn_token(f"/cases/{refs[0]}/")
    filer.learn_token("/file/")
    words = {"kind": "all", "body": "We spoke to the post; the list is on its way."}
    numbers = iter(range(10**9))

    def next_case() -> str:
        return f"/cases/{refs[next(numbers) % len(refs)]}/"

    return {
        "open": lambda: officer.ask("GET", next_case()),
        "reply": lambda: officer.ask("POST", f"{next_case()}message", words | {"key": uuid.uuid4().hex}),
        "file": lambda: filer.ask("POST", "/file/", FORM | fresh()),
    }


class Browser:
    """Somebody with cookies, whose requests are answered in this process."""

    def __init__(self, cookies: dict[str, str]):
        from landsea.wsgi import application

        self.application, self.cookies, self.token = application, cookies, ""

    def learn_token(self, path: str) -> None:
        """Open a page with a form and remember its token."""
        self.token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.ask("GET", path)).group(1)

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> str:
        """Send one request and return the page; AssertionError unless it is a page or leads on to one."""
        sent = urlencode({"csrfmiddlewaretoken": self.token} | fields).encode() if fields else b""
        answers = []
        request = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(sent)),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(sent),
            "wsgi.errors": sys.stderr,
        }
        answer = self.application(request, lambda status, headers, _problem=None: answers.append((status, headers)))
        page = b"".join(answer).decode()
        answer.close()
        status, headers = answers[0]
        assert status.startswith("200" if method == "GET" else "302"), f"{method} {path}: {status}"
        for name, value in headers:
            if name == "Set-Cookie":
                self.cookies |= {key: one.value for key, one in SimpleCookie(value).items()}
        return page


def print_times(acts: dict[str, Callable], rounds: int) -> None:
    """Print, for each kind, the median milliseconds by the clock and of the processor, tab-separated."""
    clock, processor = {kind: [] for kind in acts}, {kind: [] for kind in acts}
    for _ in range(max(rounds // BLOCK, 1)):
        for kind, act in acts.items():
            for _ in range(BLOCK):
                begun, worked = time.perf_counter(), time.process_time()
                act()
                processor[kind].append(time.process_time() - worked)
                clock[kind].append(time.perf_counter() - begun)
    for kind in acts:
        medians = (statistics.median(clock[kind]) * 1000, statistics.median(processor[kind]) * 1000)
        print("{}\t{:.2f}\t{:.2f}".format(kind, *medians), flush=True)


def print_profile(act: Callable, requests: int = 100) -> None:
    """Print what so many requests call: with what each calls in turn, then each alone."""
    profile = cProfile.Profile()
    profile.enable()
    for _ in range(requests):
        act()
    profile.disable()
    pstats.Stats(profile).sort_stats("cumtime").print_stats(120)
    pstats.Stats(profile).sort_stats("tottime").print_stats(50)


def print_statements(act: Callable) -> None:
    """Print the statements of one request, with milliseconds and the functions of ours that ask."""
    from django.db import connection

    def note(execute, sql, params, many, context):
        begun = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = (time.perf_counter() - begun) * 1000
            ours = [one for one in traceback.extract_stack() if "/src/landsea" in one.filename]
            askers = [f"{one.filename.split('/src/')[-1]}:{one.lineno} {one.name}" for one in ours[-4:]]
            print(f"{took:.2f} ms  {' '.join(str(sql).split())[:400]}\n          " + " > ".join(askers))

    with connection.execute_wrapper(note):
        act()


if __name__ == "__main__":
    sys.exit(main())
