"""The detectors of the flufl.bounce package: how some twenty mail servers write bounces without any standard."""

import logging
from email.parser import BytesParser
from email.policy import compat32


def find_failures(raw: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (addresses that failed for now, addresses that failed for good), in small letters, sorted."""
    from flufl.bounce import all_failures

    logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)
    try:
        soft, hard = all_failures(BytesParser(policy=compat32).parsebytes(raw))
    except Exception:  # its detectors expect well-formed mails; what they stumble over is told by our own wordings
        return (), ()
    return _told(soft), _told(hard)


def _told(found: object) -> tuple[str, ...]:
    if not isinstance(found, set | frozenset):
        return ()
    return tuple(
        sorted(one.decode("utf-8", "replace").lower() for one in found if isinstance(one, bytes) and b"@" in one)
    )
