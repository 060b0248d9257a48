"""Tables of the API: keys of programs, and answers that are given again."""

from landsea.api.models.answers import KeptAnswer
from landsea.api.models.keys import AccessKey

__all__ = ["AccessKey", "KeptAnswer"]
