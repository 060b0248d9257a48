"""Finding what could tell who somebody is in a text, in any language of the corridor, before it is shared.

`find` says what was found, and whether it is sure or a person has to look; `masked` puts neutral words in its place. It is
made to find too much rather than too little. A person decides; nothing is published by it.
"""

from landsea_core.anonymise.find import find
from landsea_core.anonymise.model import Found, Kind, Known
from landsea_core.anonymise.replace import masked, remaining

__all__ = ["Found", "Kind", "Known", "find", "masked", "remaining"]
