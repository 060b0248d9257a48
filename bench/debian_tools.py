"""Programs of Debian's packages for drills, unpacked into a folder: nothing of the machine's own is installed or changed."""

import os
import shutil
import subprocess
from pathlib import Path


class Tools:
    """Programs in a folder. `find` gives the machine's own where it has one, else the unpacked one, else None."""

    def __init__(self, folder: Path):
        self.folder = folder

    def unpack(self, *packages: str) -> bool:
        """Fetch packages by apt and unpack them; False where apt does not have them or is not there."""
        if not shutil.which("apt-get") or not shutil.which("dpkg"):
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        fetched = subprocess.run(
            ["apt-get", "download", "-q", *packages], cwd=self.folder, capture_output=True, check=False
        )
        for file in self.folder.glob("*.deb"):
            subprocess.run(["dpkg", "-x", str(file), str(self.folder)], check=True)
            file.unlink()
        return fetched.returncode == 0

    def find(self, program: str) -> str | None:
        """Return the path of a program."""
        folders = ["usr/bin", "usr/sbin", "usr/libexec/docker/cli-plugins"]
        return shutil.which(program) or shutil.which(
            program, path=os.pathsep.join(str(self.folder / one) for one in folders)
        )

    def environment(self) -> dict[str, str]:
        """Return the environment in which unpacked programs find their unpacked libraries, and write nothing at home."""
        libraries = sorted({str(file.parent) for file in self.folder.rglob("*.so*")})
        home = {"HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        return os.environ | home | {"LD_LIBRARY_PATH": os.pathsep.join(libraries)}
