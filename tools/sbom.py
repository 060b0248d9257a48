"""Write the bill of materials (CycloneDX, JSON) of what an installation runs on, from the lock: `var/sbom.json`.

Uses `cyclonedx-py` from an environment of its own, thrown away afterwards, as `tools/lock.py` does with uv. The file names the
index that packages came from, so it is not kept in the repository.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "var" / "sbom.json"


def main(lock: str = "requirements/base.txt") -> None:
    """Write it, checked against the standard's schema."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / "bin"
        subprocess.run([programs / "pip", "install", "--quiet", "cyclonedx-bom"], check=True)
        command = [programs / "cyclonedx-py", "requirements", lock, "--pyproject", "pyproject.toml", "--of", "JSON"]
        subprocess.run([*command, "--output-reproducible", "-o", TARGET], cwd=ROOT, check=True)
    print(f"{TARGET.relative_to(ROOT)} is written")


if __name__ == "__main__":
    main(*sys.argv[1:])
