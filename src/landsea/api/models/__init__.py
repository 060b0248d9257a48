"""Tables of the API: keys of programs, answers that are given again, plans that are fetched later."""

from landsea.api.models.answers import KeptAnswer
from landsea.api.models.keys import AccessKey
from landsea.api.models.plans import OrderedPlan

__all__ = ["AccessKey", "KeptAnswer", "OrderedPlan"]
