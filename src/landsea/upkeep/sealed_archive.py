"""One encrypted file with everything in it: a tar stream, sealed for the public keys of `age`.

Nothing of it touches the disk in the clear on its way. Any program that knows age opens it too:
`age --decrypt -i KEY FILE | tar -t`, so that a backup can be read where Landsea cannot run.
"""

import io
import os
import tarfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

ADDRESS = "age1"


class SealProblem(Exception):
    """A key or a sealed file cannot be used; the message is a sentence that says what to do."""


def make_key(file: Path) -> str:
    """Write a new private key that its owner alone may read, and return its public key. An existing file is never replaced."""
    from pyrage import x25519

    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise SealProblem(f"{file} is there already: name another file, so that no key is lost.") from None
    with open(handle, "w") as out:
        out.write(f"# public key: {public}\n{identity}\n")
    return public


def read_public_keys(typed: Iterable[str]) -> list[Any]:
    """Return the public keys (age1...) that a backup is sealed for. Raises SealProblem for what is none."""
    from pyrage import RecipientError, x25519

    keys = []
    for one in typed:
        try:
            keys.append(x25519.Recipient.from_str(one))
        except RecipientError:
            raise SealProblem(f"'{one}' is no public key of age: it begins with {ADDRESS}.") from None
    return keys


def read_private_keys(file: Path) -> list[Any]:
    """Return the private keys in a file as age writes it. Raises SealProblem where there are none."""
    from pyrage import IdentityError, x25519

    try:
        lines = [line.strip() for line in file.read_text().splitlines()]
        keys = [x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except (OSError, UnicodeDecodeError, IdentityError) as problem:
        raise SealProblem(f"{file} holds no private key of age: {problem}") from None
    if not keys:
        raise SealProblem(f"{file} holds no private key of age.")
    return keys


@contextmanager
def open_for_sealing(file: Path, keys: list[Any]) -> Iterator[tarfile.TarFile]:
    """Give a tar to add to; what is added goes, sealed, into `file`, which is flushed to the disk at the end."""
    import pyrage

    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sealed:
        with (
            _passing_on(lambda plain: pyrage.encrypt_io(plain, sealed, keys), reads=True) as plain,
            tarfile.open(fileobj=plain, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        ):
            yield tar
        sealed.flush()
        os.fsync(sealed.fileno())


@contextmanager
def open_sealed(file: Path, keys: list[Any]) -> Iterator[tarfile.TarFile]:
    """Give the tar in a sealed file, to be read once from its beginning. Raises SealProblem for another key or a break."""
    import pyrage

    try:
        with (
            open(file, "rb") as sealed,
            _passing_on(lambda plain: pyrage.decrypt_io(sealed, plain, keys), reads=False) as plain,
        ):
            with tarfile.open(fileobj=plain, mode="r|") as tar:
                yield tar
            while plain.read(1 << 20):  # to the end: only there the last seal is looked at
                pass
    except (pyrage.DecryptError, tarfile.TarError, EOFError, OSError) as problem:
        raise SealProblem(f"{file} cannot be opened with this key, or is broken: {problem}") from problem


def add_bytes(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    """Add a small file."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(data), 0o600
    tar.addfile(member, io.BytesIO(data))


def add_stream(tar: tarfile.TarFile, name: str, data: IO[bytes], size: int) -> None:
    """Add `size` bytes from an open file."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    tar.addfile(member, data)


@contextmanager
def _passing_on(work: Callable[[IO[bytes]], None], *, reads: bool) -> Iterator[IO[bytes]]:
    """Let `work` read what we write (or write what we read) through a pipe, in a thread; raise what it raised."""
    reader, writer = os.pipe()
    theirs = os.fdopen(reader, "rb") if reads else os.fdopen(writer, "wb")
    ours = os.fdopen(writer, "wb") if reads else os.fdopen(reader, "rb")
    failed: list[BaseException] = []

    def run() -> None:
        try:
            with theirs:
                work(theirs)
        except BaseException as problem:
            failed.append(problem)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield ours
        ours.close()
        thread.join()
    except (OSError, tarfile.TarError, EOFError) as problem:
        ours.close()
        thread.join()
        raise (failed[0] if failed else problem) from None
    finally:
        if not ours.closed:
            ours.close()
    if failed:
        raise failed[0]
