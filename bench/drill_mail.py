"""`make drill`, its third part: 20,000 mutated mails, and not one at which the reader stumbles or lingers.

1. Take the raw mails of the tests, in the order of their names.
2. For each number from 0 on, make one mutated mail: the number alone seeds which mails and which mutations, so that a
   fault is repeated by `--from NUMBER --count 1`.
3. Read it without the last net, so that every error is seen, and measure the time. What cannot be opened is no error.

Ends with 1 when the reader stumbled or one mail took longer than `SLOW` seconds of the processor.
"""

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from landsea_core.mailtext import House
from landsea_core.mailtext.mail_reader import read_opened
from landsea_core.mailtext.opening.opening import Unopenable

RAWS = Path(__file__).resolve().parents[1] / "tests" / "mail" / "raws"
SLOW = 5.0
"""Of the processor's time, not the clock's: the machine may be busy with something else."""
_BOUNDARIES = (
    b"--",
    b"\r\n\r\n",
    b"\n\n",
    b"\r\n",
    b"=?utf-8?B?",
    b"?=",
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
)
_ODD = (
    b"\x00",
    b"\xff\xfe",
    b"\xe2\x80\xae",
    b"=",
    b"=\r\n",
    b"<" * 40,
    b">" * 40,
    b"\x80" * 9,
    b"&#x110000;",
    b"+AAAA-",
    b"~{",
)


def raw_mails() -> list[bytes]:
    """Return the raw mails of the tests."""
    return [file.read_bytes() for file in sorted(RAWS.glob("*.eml"))]


def mutated(mails: list[bytes], number: int) -> bytes:
    """Return the mutated mail of a number: one to eight changes to one of the mails, the same each time."""
    lot = random.Random(number)
    mail = bytearray(lot.choice(mails))
    for _ in range(lot.randint(1, 8)):
        lot.choice(_CHANGES)(mail, lot, mails)
    return bytes(mail)


def _flip(mail: bytearray, lot: random.Random, mails: list[bytes]) -> None:
    for _ in range(lot.randint(1, 20)):
        if mail:
            mail[lot.randrange(len(mail))] = lot.randrange(256)


def _cut(mail: bytearray, lot: random.Random, mails: list[bytes]) -> None:
    start = lot.randint(0, len(mail))
    del mail[start : start + lot.randint(0, lot.choice((3, 200, 5_000)))]


def _repeat(mail: bytearray, lot: random.Random, mails: list[bytes]) -> None:
    start = lot.randint(0, len(mail))
    piece = bytes(mail[start : start + lot.randint(0, 400)])
    mail[start:start] = piece * lot.choice((1, 3, 40))


def _insert(mail: bytearray, lot: random.Random, mails: list[bytes]) -> None:
    mail[(at := lot.randint(0, len(mail))) : at] = lot.choice(_BOUNDARIES + _ODD)


def _splice(mail: bytearray, lot: random.Random, mails: list[bytes]) -> None:
    other = lot.choice(mails)
    mail[lot.randint(0, len(mail)) :] = other[lot.randint(0, len(other)) :]


def _swap_lines(mail: bytearray, lot: random.Random, mails: list[bytes]) -> None:
    lines = bytes(mail).split(b"\n")
    first, second = lot.randrange(len(lines)), lot.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    mail[:] = b"\n".join(lines)


def _change_word(mail: bytearray, lot: random.Random, mails: list[bytes]) -> None:
    old, new = lot.choice(
        (
            (b"utf-8", b"utf-7"),
            (b"base64", b"quoted-printable"),
            (b"quoted-printable", b"x-uuencode"),
            (b"text/plain", b"multipart/alternative"),
            (b"text/html", b"message/rfc822"),
            (b"text/plain", b"message/delivery-status"),
            (b"text/plain", b"application/ms-tnef"),
            (b"text/plain", b"application/pkcs7-mime"),
            (b"multipart/", b"text/"),
            (b"charset", b"charset*0*"),
            (b"utf-8", b"utf-16"),
            (b"utf-8", b"hz"),
        )
    )
    mail[:] = bytes(mail).replace(old, new, lot.randint(1, 3))


_CHANGES = (_flip, _cut, _repeat, _insert, _splice, _swap_lines, _change_word)


def stumbles(mails: list[bytes], start: int, count: int) -> tuple[list[str], Counter[str], float]:
    """Return (what went wrong, by number; how many of which kind; the longest time of a mail in seconds of the processor)."""
    faults, kinds, longest = [], Counter(), 0.0
    for number in range(start, start + count):
        raw = mutated(mails, number)
        begun = time.process_time()
        try:
            kinds[str(read_opened(raw, House()).kind)] += 1
        except Unopenable:
            kinds["unreadable"] += 1
        except Exception as fault:
            faults.append(f"number {number}: {type(fault).__name__}: {fault}")
        took = time.process_time() - begun
        longest = max(longest, took)
        if took > SLOW:
            faults.append(f"number {number} took {took:.1f} s")
    return faults, kinds, longest


def main() -> int:
    """Read the mutated mails and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--from", dest="start", type=int, default=0)
    options = parser.parse_args()
    begun = time.perf_counter()
    faults, kinds, longest = stumbles(raw_mails(), options.start, options.count)
    print("\n".join(faults[:50]))
    took = time.perf_counter() - begun
    print(
        f"{options.count} mutated mails: {len(faults)} stumbles, {took:.0f} s, {took / options.count * 1000:.1f} ms a mail"
    )
    print(f"the slowest took {longest:.2f} s; " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
