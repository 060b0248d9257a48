"""Packages of Debian's that a peer needs, installed by apt where this process may do that."""

import os
import shutil
import subprocess
from pathlib import Path


def install_packages(packages: tuple[str, ...], shipped: Path, *answers: str) -> None:
    """Install packages unless `shipped` is there; `answers` are lines for debconf. SystemExit tells why it cannot be done."""
    if shipped.exists():
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SystemExit(f"{', '.join(packages)} can be installed only by root, with apt.")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if answers:
        subprocess.run(["debconf-set-selections"], input="\n".join(answers), text=True, check=True)
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *command], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"apt-get {command[0]} failed: {done.stderr[-1000:]}")
