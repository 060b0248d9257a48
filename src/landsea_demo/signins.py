"""The demonstration's sign-ins on disk: a file for the page that shows them, and the ten most useful to read."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

JSON_NAME = "demo-signins.json"
TEXT_NAME = "demo-signins.txt"
MOST_USEFUL = (
    "holder@plant.cn-mohan-quarantine.example.org",
    "deputy@plant.cn-mohan-quarantine.example.org",
    "head@cn-mohan-quarantine.example.org",
    "holder@clearance.cn-youyi-guan-customs.example.org",
    "holder@clearance.la-boten-customs.example.org",
    "holder@coordinator.mechanism.example.org",
    "clerk@vn-vcci.example.org",
    "clerk@cn-ccpit-chongqing-committee.example.org",
    "observer@la-embassy-beijing.example.org",
    "operator@landsea.example.org",
)


@dataclass(frozen=True)
class SignIn:
    """How one demo person signs in; `unit` is the English name of the desk or office, empty for the operator."""

    email: str
    password: str
    totp_secret: str
    name: str
    role: str
    unit: str


def read_kept_password(folder: Path) -> str:
    """Return the installation's demo password: the one of the file, else a new one."""
    try:
        return json.loads((folder / JSON_NAME).read_text(encoding="utf-8"))[0]["password"]
    except (FileNotFoundError, ValueError, LookupError):
        return "-".join(secrets.token_hex(3) for _part in range(3))


def write_signins(folder: Path, signins: list[SignIn]) -> None:
    """Write both files, readable by their owner only, each at once."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [asdict(one) for one in signins]
    _write(folder / JSON_NAME, json.dumps(rows, ensure_ascii=False, indent=1))
    by_email = {one.email: one for one in signins}
    useful = [by_email[email] for email in MOST_USEFUL if email in by_email]
    lines = [f"Demo sign-ins. Password of all: {signins[0].password}", ""]
    for one in useful:
        lines += [f"  {one.email}", f"      {one.role}, {one.unit or 'this installation'}; secret: {one.totp_secret}"]
    lines += ["", f"The page /demo/ shows all {len(signins)} with the six digits that are valid just now.", ""]
    _write(folder / TEXT_NAME, "\n".join(lines))


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)
