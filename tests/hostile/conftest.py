"""The world with one of every object, as the contract's tests make it."""

from tests.contract.conftest import everything

__all__ = ["everything"]
