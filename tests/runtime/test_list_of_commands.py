"""`landsea --help` lists every command once, under what somebody is about to do, and helps whoever mistyped a name."""

import subprocess
import sys

from landsea.cli import (
    LINE_WIDTH,
    PLAIN_COMMANDS,
    describe_commands,
    find_meant_command,
    list_own_commands,
    read_summary,
)
from landsea.command_groups import GROUPS, OTHERS, UNLISTED, group_commands


def test_every_command_stands_in_one_group():
    listed = [name for _title, names in GROUPS for name in names]
    assert len(listed) == len(set(listed))
    assert set(list_own_commands()) - UNLISTED <= set(listed), (
        "put the new command into a group of landsea.command_groups"
    )
    assert set(listed) - {"demo", "simulate"} <= set(list_own_commands()), "a command that is gone is still listed"


def test_a_command_in_no_group_is_listed_all_the_same():
    assert group_commands(["serve", "quite-new"]) == [("Try it, or run it", ["serve"]), (OTHERS, ["quite-new"])]


def test_each_says_in_lines_that_fit_what_it_does():
    text = describe_commands()
    for name in set(list_own_commands()) - UNLISTED:
        assert f"\n  {name} " in text and read_summary(name), name
    assert max(map(len, text.splitlines())) <= LINE_WIDTH
    assert set(PLAIN_COMMANDS) <= set(list_own_commands())


def test_a_mistyped_name_is_answered_with_the_one_that_was_meant():
    assert find_meant_command("load-refrence") == "load-reference" and find_meant_command("xyzzy") == ""
    ran = subprocess.run([sys.executable, "-m", "landsea", "bakup"], capture_output=True, text=True, check=False)
    assert ran.returncode == 2 and "Did you mean 'backup'?" in ran.stderr and "Look after it:" in ran.stderr
