"""Finding what could tell who somebody is in a text, in any language of the corridor, before it is shared.

`find_mentions` says what was found, and whether it is sure or a person has to look; `mask_mentions` puts neutral words in
its place. It is made to find too much rather than too little. A person decides; nothing is published by it.
"""

from landsea_core.anonymise.find import find_mentions
from landsea_core.anonymise.model import KnownWords, Mention, MentionKind
from landsea_core.anonymise.replace import find_undecided_mentions, mask_mentions

__all__ = [
    "KnownWords",
    "Mention",
    "MentionKind",
    "find_mentions",
    "find_undecided_mentions",
    "mask_mentions",
]
