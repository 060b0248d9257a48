"""What is known around a text before anything is cut: who wrote it, what it answers, whether papers came with it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Around:
    """What is known around a text: who wrote it, whether it answers one of ours, whether its subject calls it forwarded,
    by which domains a quote is known as ours, whether papers came with it.
    """

    sender: str = ""
    sender_name: str = ""
    answers_ours: bool = False
    subject_forwards: bool = False
    our_domains: frozenset[str] = frozenset()
    has_papers: bool = False
