"""`make drill`, its part for ops/: each file is read by the program it is for. Run: `python -m bench.drill_kit`.

Caddy, nginx and docker-compose come from Debian's packages, unpacked into a folder that goes afterwards, and the schemas of
Kubernetes from the Python package kubernetes-validate. What cannot be had is said and skipped. Ends with 1 when a program does
not take its file.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from bench.debian_tools import Tools

ROOT = Path(__file__).resolve().parents[1]
OPS = ROOT / "ops"


def main() -> int:
    """Ask each program and print what it said."""
    with tempfile.TemporaryDirectory(prefix="landsea-kit-") as name:
        folder = Path(name)
        tools = Tools(folder / "tools")
        for packages in (("caddy",), ("nginx", "nginx-common"), ("docker-compose",)):
            tools.unpack(*packages)
        asked = {
            "ops/proxies/Caddyfile by caddy": ask_caddy(tools),
            "ops/proxies/nginx.conf by nginx": ask_nginx(tools, folder),
            "ops/compose by docker-compose": ask_compose(tools, folder),
            "ops/kubernetes by its schemas": ask_schemas(folder),
            "ops/systemd by systemd-analyze": ask_systemd(folder),
        }
    for what, fault in asked.items():
        words = {None: "skipped: the program cannot be had here", "": "taken"}.get(fault, f"REFUSED: {fault}")
        print(f"{what:<34} {words}")
    return 1 if any(asked.values()) else 0


def ask(command: list[str], tools: Tools, where: Path, *, accepts: str = "") -> str:
    """Run a program; return what it complains of, empty when it takes the file. `accepts`: words by which it takes it too."""
    done = subprocess.run(command, env=tools.environment(), cwd=where, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if done.returncode == 0 or (accepts and accepts in said):
        return ""
    return said.strip()[-600:] or f"status {done.returncode}"


def ask_caddy(tools: Tools) -> str | None:
    """Let Caddy adapt and load its file."""
    if not (caddy := tools.find("caddy")):
        return None
    return ask([caddy, "validate", "--adapter", "caddyfile", "--config", str(OPS / "proxies/Caddyfile")], tools, ROOT)


def ask_nginx(tools: Tools, folder: Path) -> str | None:
    """Let nginx read its file, with a certificate and folders of its own."""
    if not (nginx := tools.find("nginx")) or not shutil.which("openssl"):
        return None
    here = folder / "nginx"
    here.mkdir()
    request = "req -x509 -newkey rsa:2048 -nodes -keyout tls.key -out tls.crt -subj /CN=landsea.example -days 1"
    subprocess.run(["openssl", *request.split()], cwd=here, check=True, capture_output=True)
    text = (OPS / "proxies/nginx.conf").read_text().replace("/etc/landsea", str(here))
    (here / "nginx.conf").write_text(f"pid {here}/pid;\n{text}")
    return ask(
        [nginx, "-t", "-c", str(here / "nginx.conf"), "-e", str(here / "log")], tools, here, accepts="syntax is ok"
    )


def ask_compose(tools: Tools, folder: Path) -> str | None:
    """Let docker-compose read its file with all profiles."""
    if not (compose := tools.find("docker-compose")):
        return None
    here = folder / "compose"
    shutil.copytree(OPS / "compose", here)
    (here / "database-password").write_text("secret")
    return ask([compose, "--profile", "mail", "config", "--quiet"], tools, here)


def ask_schemas(folder: Path) -> str | None:
    """Hold the manifests against the schemas of Kubernetes, strictly: a key that it does not know is a fault."""
    here = folder / "schemas"
    venv.create(here, with_pip=True)
    python = str(here / "bin/python")
    got = subprocess.run(
        [python, "-m", "pip", "install", "-q", "kubernetes-validate"], capture_output=True, check=False
    )
    if got.returncode:
        return None
    return ask(
        [str(here / "bin/kubernetes-validate"), "--strict", str(OPS / "kubernetes/landsea.yaml")], Tools(folder), here
    )


def ask_systemd(folder: Path) -> str | None:
    """Let systemd read its units in a root folder that has what they start and what they wait for."""
    if not shutil.which("systemd-analyze"):
        return None
    root = folder / "root"
    units = sorted((OPS / "systemd").iterdir())
    for source, target in (
        (units, "etc/systemd/system"),
        (Path("/usr/lib/systemd/system").glob("*.target"), "usr/lib/systemd/system"),
    ):
        (root / target).mkdir(parents=True)
        for file in source:
            shutil.copy(file, root / target)
    for started in {one for unit in units for one in re.findall(r"^Exec\w+=(/\S+)", unit.read_text(), re.MULTILINE)}:
        program = root / started.lstrip("/")
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    command = ["systemd-analyze", "verify", f"--root={root}", "--man=no", *(unit.name for unit in units)]
    return ask(command, Tools(folder), root)


if __name__ == "__main__":
    sys.exit(main())
