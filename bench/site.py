"""The real web server on a database of its own, and somebody who is signed in."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit, urlunsplit

WORKERS = 2


def database_url(name: str) -> str:
    """Return the address of a database on the running server (embedded, or the one of DATABASE_URL); made if missing."""
    import psycopg

    from landsea_dev.postgres import ensure_running

    url = os.environ.get("BENCH_SERVER_URL") or os.environ.get("DATABASE_URL") or ensure_running()
    with psycopg.connect(url, autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(f'CREATE DATABASE "{name}"')
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{name}"))


@contextlib.contextmanager
def serving(url: str, var: str, *more: str):
    """Start the web server as `landsea serve` does, on a free port; yield the port; end it. `more`: further options of it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    from landsea_dev.listening import list_web_options

    environment = os.environ | {
        "DATABASE_URL": url,
        "LANDSEA_VAR": var,
        "LANDSEA_LOG_LEVEL": "ERROR",
        "LANDSEA_FILINGS_PER_HOUR": "100000000",
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
    }
    gather = [sys.executable, "-m", "landsea", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(gather, env=environment, check=True)
    web = subprocess.Popen(
        [sys.executable, "-m", "granian", *more, *list_web_options("127.0.0.1", port)], env=environment
    )
    try:
        for _ in range(300):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield port
    finally:
        web.terminate()
        web.wait(30)


def sign_in(email_of_role: str) -> dict[str, str]:
    """Return the cookies of a session that passed the second factor, for the first person with this role."""
    from landsea.directory.models import Appointment, Desk

    appointments = Appointment.objects.filter(ends_at=None, user__is_active=True).select_related("user")
    if email_of_role == "coordinator":
        user = appointments.filter(desk__code=Desk.COORDINATOR).first().user
    else:
        user = appointments.filter(desk__isnull=False, role="holder").exclude(desk__code=Desk.COORDINATOR).first().user
    return cookies_of_user(user)


def cookies_of_user(user) -> dict[str, str]:
    """Return the cookies of a session of this account that passed the second factor."""
    from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session.create()
    return {"sessionid": session.session_key}
