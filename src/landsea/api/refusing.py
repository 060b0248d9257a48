"""Refusals that mean "too often": an act counts by its own rows how often one network did it, and says so by a code."""

from collections.abc import Iterator
from contextlib import contextmanager

from landsea.api.problems import Problem
from landsea.base.refusal import TOO_MANY, Refused


@contextmanager
def refuse_floods() -> Iterator[None]:
    """Turn the refusal of one act too many into the problem `too-often`; all other refusals pass."""
    try:
        yield
    except Refused as refused:
        if refused.code != TOO_MANY:
            raise
        raise Problem("too-often", refused.sentence, code=refused.code) from refused
