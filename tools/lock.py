"""Renew the hashed lock files from requirements/*.in, for every Python and platform at once.

Uses `uv pip compile` from an environment of its own, thrown away afterwards. The locks name no package index: whoever
installs uses their own. Arguments are passed on to uv, such as --upgrade or --upgrade-package NAME.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("base", "dev", "node")
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-header"]


def main(extra: list[str]) -> None:
    """Write requirements/NAME.txt for each name; `dev` is kept to the versions of `base`."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / "bin"
        subprocess.run([programs / "pip", "install", "--quiet", "uv"], check=True)
        for name in NAMES:
            print(f"locking requirements/{name}.txt", flush=True)
            command = [programs / "uv", "pip", "compile", "--quiet", *OPTIONS, *extra, f"requirements/{name}.in"]
            command += ["-o", f"requirements/{name}.txt"]
            subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
