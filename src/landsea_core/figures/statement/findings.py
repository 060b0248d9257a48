"""What a check of a statement hands back: things understood, things that cannot be true, things not understood."""

from dataclasses import dataclass

from landsea_core.sentences import Sentence


@dataclass(frozen=True)
class Finding:
    """`rule` names the check, `text` the words it is about, `explanation` says it in one sentence."""

    rule: str
    text: str
    explanation: Sentence

    def as_json(self) -> dict[str, str]:
        """Return it for a program."""
        return {"rule": self.rule, "text": self.text, "explanation": str(self.explanation)}


@dataclass(frozen=True)
class Outcome:
    """The outcome of one check of some items: whether it fits, in a sentence. `items` are places in the list of items."""

    fits: bool
    finding: Finding
    items: frozenset[int] = frozenset()
