"""The work sheet as a command line of whoever has one; loaded only when it is asked for."""

from argparse import ArgumentParser, Namespace


def add_work_sheet_options(parser: ArgumentParser) -> None:
    """Add to a command line what `run_work_sheet` may be asked."""
    from landsea_search.worksheet.command import add_options

    add_options(parser)


def run_work_sheet(options: Namespace, program: str) -> int:
    """Time the search on a GTFS feed by the rules of the work sheet; return the exit status.

    `program` is how the command is called: errors begin with it.
    """
    from landsea_search.worksheet.command import run_command

    return run_command(options, program)
