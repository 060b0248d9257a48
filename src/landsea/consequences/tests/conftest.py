"""The rules' own fixtures: measures, editors, the small world of the cases, a receiver of webhooks."""

from landsea.rules.tests.conftest import editors, measures, nothing_kept, receiver, world

__all__ = ["editors", "measures", "nothing_kept", "receiver", "world"]
