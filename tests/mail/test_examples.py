"""The examples that stand in the docstrings of the mail's modules hold."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import landsea_core.mailtext

MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(landsea_core.mailtext.__path__, "landsea_core.mailtext.")
    if not found.ispkg
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    assert doctest.testmod(import_module(name)).failed == 0
