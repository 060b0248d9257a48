"""What the API can do, subject by subject; each module has a list of its operations."""

from importlib import import_module

from landsea.api.operations import Operation

SUBJECTS = (
    "own_key",
    "filing",
    "cases",
    "case_acts",
    "asks",
    "associations",
    "members",
    "directory",
    "rules",
    "watches",
    "corridor",
    "plans",
    "kept_plans",
    "barriers",
    "dialogues",
    "exchange",
    "exchange_board",
    "exchange_desk",
    "experiences",
    "experience_drafts",
    "figures",
)


def gather_operations() -> tuple[Operation, ...]:
    """Return the operations of all subjects, in their order."""
    found: list[Operation] = []
    for name in SUBJECTS:
        found += import_module(f"landsea.api.subjects.{name}").OPERATIONS
    return tuple(found)
