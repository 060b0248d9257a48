"""The script that runs all tests: lanes, groups, what hangs, what is unsteady, and the summary."""

import os
import threading
import time
from collections import deque
from pathlib import Path

import pytest
from tests.runtime.scripts import load_script


def write_report(file: Path, **ended: str) -> None:
    """Write down a run as pytest does: a test that passed is empty."""
    inside = {"passed": "", "failed": "<failure/>", "error": "<error/>", "skipped": "<skipped/>"}
    tests = (f'<testcase classname="a" name="{name}">{inside[how]}</testcase>' for name, how in ended.items())
    file.write_text(f"<testsuites><testsuite>{''.join(tests)}</testsuite></testsuites>")


def test_the_summary_counts_all_runs_and_survives_a_run_without_a_report(tmp_path):
    write_report(tmp_path / "1.xml", one="passed", two="passed", three="failed", four="error", five="skipped")
    assert (
        load_script("run_tests").summary([tmp_path / "1.xml", tmp_path / "none.xml"]) == "2 passed, 2 failed, 1 skipped"
    )


def test_a_test_that_passes_when_it_runs_once_more_is_named_and_counted_once(tmp_path):
    runs = load_script("run_tests")
    write_report(tmp_path / "e2e.xml", one="passed", two="failed", three="error")
    write_report(runs.second_of(tmp_path / "e2e.xml"), two="passed", three="failed")
    reports = sorted(tmp_path.glob("*.xml"))
    assert runs.summary(reports) == "2 passed, 1 failed, 0 skipped, 1 unsteady"
    assert runs.unsteady_in(reports) == ["UNSTEADY a::two"]


@pytest.mark.parametrize("group", ["tests/e2e", "tests/contract"])
@pytest.mark.parametrize(("failures", "statuses"), [(1, [1, 0]), (1, [1, 1]), (4, [1])])
def test_few_tests_that_fail_on_servers_and_databases_run_once_more(tmp_path, monkeypatch, failures, statuses, group):
    runs, begun, left = load_script("run_tests"), [], list(statuses)
    write_report(tmp_path / "e2e.xml", **{f"t{number}": "failed" for number in range(failures)})
    monkeypatch.setattr(runs, "run", lambda arguments, *_: begun.append(arguments) or left.pop(0))
    assert runs.pytest([group, f"--junitxml={tmp_path / 'e2e.xml'}"]) == statuses[-1] and not left
    assert all("--last-failed" in arguments for arguments in begun[1:])


def test_no_pure_test_that_fails_runs_once_more(tmp_path, monkeypatch):
    runs, left = load_script("run_tests"), [1]
    write_report(tmp_path / "core.xml", one="failed")
    monkeypatch.setattr(runs, "run", lambda *_: left.pop(0))
    assert runs.pytest(["tests/core", f"--junitxml={tmp_path / 'core.xml'}"]) == 1 and not left


def test_what_hangs_is_ended(tmp_path):
    waits = tmp_path / "test_waits.py"
    waits.write_text("import time\n\ndef test_for_ever():\n    time.sleep(60)\n")
    plain = ["-p", "no:django", "-c", str(tmp_path / "none.ini"), str(waits)]
    (tmp_path / "none.ini").write_text("[pytest]\n")
    assert load_script("run_tests").run(plain, 3) is None


@pytest.mark.parametrize("status", [0, 1])
def test_what_is_through_is_no_hang_though_something_it_left_holds_its_output_open(monkeypatch, status):
    runs, (heard, spoken) = load_script("run_tests"), os.pipe()
    with open(heard, "rb") as said, open(spoken, "wb"):

        class Through:
            stdout = said

            def __init__(self, *_, **__):
                self.poll = self.wait = lambda: status

        monkeypatch.setattr(runs.subprocess, "Popen", Through)
        assert runs.run(["tests/e2e"], 0.01) == status


def test_what_is_slow_but_not_silent_is_not_ended(capsys):
    heard, spoken = os.pipe()

    def speak() -> None:
        for _ in range(8):
            os.write(spoken, b".")
            time.sleep(0.5)
        os.close(spoken)

    speaker = threading.Thread(target=speak)
    speaker.start()
    with open(heard, "rb") as said:
        assert load_script("run_tests").pass_on(said, 3)
    speaker.join()
    assert capsys.readouterr().out == "........"


def test_a_hung_browser_is_tried_once_more(monkeypatch, capsys):
    runs = load_script("run_tests")
    for answers, status in (([None, 0], 0), ([None, None], 1), ([1], 1)):
        left = list(answers)
        monkeypatch.setattr(runs, "run", lambda *_, left=left: left.pop(0))
        assert runs.pytest(["tests/e2e"]) == status and not left
    assert "hung twice" in capsys.readouterr().out


def test_what_waits_is_said_once_and_in_its_order_when_it_has_the_floor(capsys):
    voice = load_script("run_tests").Voice()
    voice.write("first ")
    assert capsys.readouterr().out == ""
    voice.take_the_floor()
    voice.write("second")
    assert capsys.readouterr().out == "first second"


def test_a_run_beside_another_says_nothing_until_it_has_the_floor(tmp_path, capfd):
    """Also one that nobody ends for its silence: two lanes that speak at once cannot be read."""
    (tmp_path / "test_quick.py").write_text("def test_through():\n    pass\n")
    (tmp_path / "none.ini").write_text("[pytest]\n")
    runs = load_script("run_tests")
    voice = runs.Voice()
    plain = ["-p", "no:django", "-c", str(tmp_path / "none.ini"), str(tmp_path / "test_quick.py")]
    assert runs.run(plain, None, voice) == 0
    assert capfd.readouterr().out == ""
    voice.take_the_floor()
    assert "1 passed" in capfd.readouterr().out


def test_two_lanes_run_every_group_once(monkeypatch):
    runs, begun = load_script("run_tests"), []
    monkeypatch.setattr(runs, "pytest", lambda group, _voice: begun.append(group[0]) or 0)
    left = deque([["b"], ["c"]])
    assert runs.run_groups([["a"]], left) == [0, 0, 0]
    assert begun == ["a", "b", "c"] and runs.run_groups([], left) == []


def test_what_no_group_names_is_run_too():
    """One group runs everything that the others do not; what is named is there."""
    runs = load_script("run_tests")
    (rest,) = (group for group in runs.all_groups() if all(word.startswith("--ignore=") for word in group))
    named = {name for group in (runs.BROWSER_TESTS, *runs.GROUPS) for name in group}
    assert {word.removeprefix("--ignore=") for word in rest} == named
    assert all((runs.ROOT / name).exists() for name in named)
    names = [runs.name_of(group) for group in runs.all_groups()]
    assert len(names) == len(set(names))


def test_nothing_begins_once_all_is_ended(monkeypatch):
    runs = load_script("run_tests")
    monkeypatch.setattr(runs.subprocess, "Popen", lambda *_, **__: pytest.fail("It began."))
    runs.end_all()
    assert runs.run(["tests/e2e"], 1) != 0
