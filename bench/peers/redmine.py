"""Redmine of Debian's packages beside ours: a copy of its folder, with a database of its own on the same PostgreSQL server.

Installed are `redmine`, `redmine-pgsql` and `puma` (by apt, as root, without a database of their own); what is served is a copy
below one folder. The store has as many issues as ours has cases, of the same texts, with twenty notes each, in twenty
projects. Who asks is a manager of all twenty, signed in with a browser's cookie.
"""

import contextlib
import hashlib
import os
import secrets
import shutil
import subprocess
import threading
import uuid
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bench.peers.browser import PeerClient, end_processes, find_port, wait_for_port
from bench.peers.packages import install_packages
from bench.store import TEXTS

PACKAGES = ("redmine", "redmine-pgsql", "puma")
SHIPPED = Path("/usr/share/redmine")
PROJECTS = 20
LOGIN, PASSWORD = "officer", "bench officer 2026"
WEB_SERVER = ["bundle", "exec", "puma", "--workers", "2", "--threads", "1:5", "--preload", "--quiet"]
"""Two processes, as ours has; five threads each is what Rails recommends."""

PEOPLE = """
INSERT INTO projects (name, identifier, is_public, status, lft, rgt, created_on, updated_on)
  SELECT 'Desk ' || n, 'desk-' || n, true, 1, 2 * n - 1, 2 * n, now(), now() FROM generate_series(1, %(projects)s) n;
INSERT INTO enabled_modules (project_id, name) SELECT id, 'issue_tracking' FROM projects;
INSERT INTO projects_trackers (project_id, tracker_id) SELECT p.id, t.id FROM projects p, trackers t;
INSERT INTO users (login, hashed_password, salt, firstname, lastname, status, type, language, mail_notification,
  created_on, updated_on)
  VALUES (%(login)s, %(hashed)s, %(salt)s, 'Bench', 'Officer', 1, 'User', 'en', 'none', now(), now());
INSERT INTO members (user_id, project_id, created_on) SELECT u.id, p.id, now() FROM users u, projects p WHERE login = %(login)s;
INSERT INTO member_roles (member_id, role_id) SELECT m.id, r.id FROM members m, roles r WHERE r.name = 'Manager';
"""
CASES = """
INSERT INTO issues (tracker_id, project_id, subject, description, status_id, priority_id, author_id, lock_version,
  created_on, updated_on, start_date, done_ratio, is_private, closed_on, root_id, lft, rgt)
SELECT 3, projects[1 + floor(power(random(), 4) * cardinality(projects))::int %% cardinality(projects)], left(txt, 90),
  repeat(txt, 1 + n %% 4), CASE WHEN n * 7 %% 12 < 5 THEN 1 ELSE 5 END, 2, (SELECT id FROM users WHERE login = %(login)s), 0,
  filed, filed, filed::date, 0, false, CASE WHEN n * 7 %% 12 < 5 THEN NULL ELSE filed + interval '20 days' END, NULL, 1, 2
FROM (SELECT n, now() - random() * 700 * interval '1 day' AS filed, (%(texts)s::text[])[1 + n %% 4] AS txt,
        ARRAY(SELECT id FROM projects ORDER BY id) AS projects FROM generate_series(1, %(cases)s) n) rows;
UPDATE issues SET root_id = id;
INSERT INTO journals (journalized_id, journalized_type, user_id, notes, created_on, updated_on, private_notes)
SELECT i.id, 'Issue', i.author_id, repeat((%(texts)s::text[])[1 + (i.id + m) %% 4], 1 + (i.id + m)::int %% 3),
  i.created_on + m * interval '5 hours', i.created_on + m * interval '5 hours', m %% 5 = 4
FROM issues i, generate_series(1, 20) m;
"""


class Peer:
    """`install`, `fill`, then `serving` and `acts`."""

    NAME = "Redmine"

    def __init__(self, folder: Path):
        self.app, self.url = folder / "redmine", ""
        self.environment = os.environ | {"REDMINE_INSTANCE": "bench", "RAILS_ENV": "production", "REDMINE_LANG": "en"}
        self.environment.pop("DATABASE_URL", None)  # Rails would take our store for its own

    def install(self) -> None:
        """Copy the shipped folder, and give the copy an instance with our database's address."""
        install_packages(PACKAGES, SHIPPED, "redmine redmine/instances/default/dbconfig-install boolean false")
        if self.app.exists():
            return
        shutil.copytree(SHIPPED, self.app, ignore=shutil.ignore_patterns("instances", "public", "database.yml"))
        instance = self.app / "instances/bench"
        for name in ("config", "log", "tmp", "files", "plugins"):
            (instance / name).mkdir(parents=True)
        shutil.copytree(SHIPPED / "public", instance / "public")
        (instance / "config/secret_key.txt").write_text(secrets.token_hex(64))

    def fill(self, url: str, cases: int) -> None:
        """Make its tables in the database at `url` and fill them with `cases` cases, unless it holds just as many."""
        import psycopg

        self.url = url
        parts, where = urlsplit(url), parse_qs(urlsplit(url).query)
        values = {
            "adapter": "postgresql",
            "database": parts.path[1:],
            "host": where.get("host", [parts.hostname])[0],
            "port": where.get("port", [parts.port])[0],
            "username": parts.username,
            "password": parts.password,
            "encoding": "utf8",
            "pool": 8,
        }
        lines = "".join(f"  {key}: {value}\n" for key, value in values.items() if value)
        for file in (self.app / "instances/bench/config/database.yml", self.app / "config/database.yml"):
            file.unlink(missing_ok=True)
            file.write_text(f"production:\n{lines}")
        self._run("bundle", "exec", "rake", "db:migrate")
        with psycopg.connect(url, autocommit=True) as store:
            held = store.execute("SELECT count(*) FROM issues").fetchone()[0]
            if held and held >= cases:
                return
            if not store.execute("SELECT 1 FROM trackers").fetchone():
                self._run("bundle", "exec", "rake", "redmine:load_default_data")
            store.execute(
                "TRUNCATE issues, journals, projects, enabled_modules, projects_trackers, members, member_roles"
            )
            store.execute("DELETE FROM users WHERE login = %s", [LOGIN])
            store.execute("SELECT setseed(0.42)")
            salt = secrets.token_hex(16)
            values = {"cases": cases, "texts": list(TEXTS.values()), "projects": PROJECTS, "login": LOGIN}
            values |= {"salt": salt, "hashed": _sha1(salt + _sha1(PASSWORD))}
            for statement in (PEOPLE + CASES).split(";\n"):
                if statement.strip():
                    store.execute(statement, values)
            store.execute("VACUUM ANALYZE")

    @contextlib.contextmanager
    def serving(self):
        """Serve it on a free port; yield the port; end it."""
        port = find_port()
        log = (self.app / "instances/bench/log/puma.log").open("w")
        command = [*WEB_SERVER, "--bind", f"tcp://127.0.0.1:{port}"]
        web = subprocess.Popen(
            command, cwd=self.app, env=self.environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            wait_for_port(port)
            yield port
        finally:
            end_processes(web)
            log.close()

    def acts(self, port: int) -> dict:
        """Return, for each kind of act, a maker of a function that does it once with a client of its own."""
        import psycopg

        with psycopg.connect(self.url) as store:
            told = "SELECT id FROM issues WHERE closed_on IS NULL AND id IN (SELECT journalized_id FROM journals)"
            ids = [row[0] for row in store.execute(f"{told} ORDER BY id DESC LIMIT 2000")]

        def officer() -> PeerClient:
            client = PeerClient(port, r'name="csrf-token" content="([^"]+)"', "authenticity_token")
            client.learn_token("/login")
            client.post("/login", {"username": LOGIN, "password": PASSWORD})
            return client

        def file():
            client = officer()
            client.learn_token("/projects/desk-1/issues/new")
            fields = {
                "issue[tracker_id]": "3",
                "issue[status_id]": "1",
                "issue[priority_id]": "2",
                "issue[is_private]": "0",
            }
            text = TEXTS["en"]
            return lambda: client.post(
                "/projects/desk-1/issues",
                fields
                | {
                    "issue[subject]": text[:90],
                    "issue[description]": f"{text} The lorry has the plate {uuid.uuid4().hex[:8]}.",
                },
            )

        def reader(addresses: list[str]):
            client, number = officer(), iter(range(10**9))
            return lambda: client.get(addresses[next(number) % len(addresses)])

        def reply():
            client, number = officer(), iter(range(threading.get_ident() % 997, 10**9))
            client.learn_token(f"/issues/{ids[0]}")
            fields = {"_method": "patch", "issue[notes]": "We spoke to the post; the list is on its way."}
            return lambda: client.post(f"/issues/{ids[next(number) % len(ids)]}", fields)

        return {
            "file": file,
            "open": lambda: reader([f"/issues/{number}" for number in ids]),
            "list": lambda: reader(["/issues?set_filter=1&status_id=*&sort=updated_on:desc"]),
            "page 50": lambda: reader(["/issues?set_filter=1&status_id=o&priority_id=2&page=50"]),
            "reply": reply,
        }

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.app, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}: {done.stderr[-2000:]}")


def _sha1(text: str) -> str:
    """As Redmine keeps passwords: the digest of the salt and the digest of the password."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
