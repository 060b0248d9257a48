"""Open data as a Data Package (Frictionless specification, version 1): the descriptor, and tables as CSV and back.

Reading and writing of files is elsewhere.
"""

from landsea_core.figures.data_package.descriptor import make_descriptor
from landsea_core.figures.data_package.formats import read_csv, write_csv, write_json
from landsea_core.figures.data_package.resource import Field, Resource
from landsea_core.figures.data_package.tables import (
    LICENCE,
    MECHANISM,
    OBSERVATIONS,
    PRINTED,
    RESOURCES,
    RULINGS,
    SERIES,
)

__all__ = [
    "LICENCE",
    "MECHANISM",
    "OBSERVATIONS",
    "PRINTED",
    "RESOURCES",
    "RULINGS",
    "SERIES",
    "Field",
    "Resource",
    "make_descriptor",
    "read_csv",
    "write_csv",
    "write_json",
]
