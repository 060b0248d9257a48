"""A PgBouncer of this process's own before the embedded PostgreSQL, with the settings of docs/operators/scaling.md. It is
Debian's, unpacked into the folder; it refuses to be root, so root's runs as the user that the embedded server runs under.
"""

import os
import pwd
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from bench.debian_tools import Tools
from bench.drill_processes import free_port, wait_until_listening

PAGE = Path(__file__).resolve().parents[1] / "docs/operators/scaling.md"


def settings_told(port: int, server: str, folder: Path) -> str:
    """Return the settings of the operators' page, with our server and port in the place of the page's, and what any needs."""
    told = re.search(r"^\[databases\].*?(?=^```)", PAGE.read_text(), re.DOTALL | re.MULTILINE)[0]
    parts = urlsplit(server)
    host = unquote(parse_qs(parts.query).get("host", [parts.hostname or ""])[0])
    name = parts.path.lstrip("/")
    told = re.sub(
        r"^landsea = .*$", f"{name} = host={host} dbname={name} user={parts.username}", told, flags=re.MULTILINE
    )
    told = re.sub(r"listen_port = \d+", f"listen_port = {port}", told)
    return f"{told}listen_addr = 127.0.0.1\nauth_type = any\nadmin_users = landsea\nunix_socket_dir =\nlogfile = {folder}/log\n"


@contextmanager
def running_pgbouncer(folder: Path, server: str):
    """Run it before the server of this address; yield the address of the same database through it, or None where no
    PgBouncer can be had.
    """
    tools, port = Tools(folder / "tools"), free_port()
    if not tools.find("pgbouncer"):
        tools.unpack("pgbouncer", "libcares2", "libevent-2.1-7t64")
    if not (program := tools.find("pgbouncer")):
        yield None
        return
    (folder / "pgbouncer.ini").write_text(settings_told(port, server, folder))
    more = {}
    if os.geteuid() == 0:
        lent = pwd.getpwnam("nobody")
        os.chown(folder, lent.pw_uid, lent.pw_gid)
        folder.chmod(0o755)
        more = {"user": lent.pw_uid, "group": lent.pw_gid, "extra_groups": []}
    process = subprocess.Popen([program, "-q", str(folder / "pgbouncer.ini")], env=tools.environment(), **more)
    try:
        if not wait_until_listening(port, 20):
            raise SystemExit((folder / "log").read_text())
        parts = urlsplit(server)
        yield f"postgresql://{parts.username}@127.0.0.1:{port}{parts.path}"
    finally:
        process.terminate()
        process.wait(20)


def pools_of(through: str) -> list[dict[str, object]]:
    """Return what PgBouncer says of its pools."""
    import psycopg
    from psycopg.rows import dict_row

    parts = urlsplit(through)
    address = parts._replace(path="/pgbouncer").geturl()
    with psycopg.connect(address, autocommit=True, cursor_factory=psycopg.ClientCursor, row_factory=dict_row) as line:
        return line.execute("SHOW POOLS").fetchall()
