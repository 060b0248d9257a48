"""The scripts behind the Makefile: what the installer says of a lacking machine, and what the tree may not contain."""

import importlib.util
import os
import re
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def tool(name: str) -> ModuleType:
    """Load a script by its file, as it is no part of a package."""
    spec = importlib.util.spec_from_file_location(f"tool_{name}", TOOLS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def installer(tmp_path, monkeypatch):
    """The installer, working on an empty checkout."""
    module = tool("install")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "STAMPS", tmp_path / "stamps")
    return module


def test_an_old_python_is_told_which_one_is_needed(installer, monkeypatch):
    monkeypatch.setattr(installer, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(SystemExit, match="needs Python 3.11 or newer"):
        installer.check_machine()


def test_a_python_without_venv_is_told_the_package(installer, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        installer.check_machine()


def test_a_missing_library_is_told_by_its_package(installer, monkeypatch):
    monkeypatch.setattr(installer, "LIBRARIES", {"libnothing-of-the-sort.so.9": "libnothing9"})
    with pytest.raises(SystemExit, match="apt-get install libnothing9"):
        installer.check_machine()


def test_the_installer_can_be_read_by_an_old_python():
    source = (TOOLS / "install.py").read_text(encoding="utf-8")
    compile(source, "install.py", "exec", dont_inherit=True, flags=0)
    import ast

    ast.parse(source, feature_version=(3, 7))


@pytest.mark.parametrize("folder", [".venv", "node_modules"])
def test_what_a_link_leads_to_is_never_emptied(installer, tmp_path, monkeypatch, folder):
    elsewhere = tmp_path / "another checkout" / folder
    elsewhere.mkdir(parents=True)
    (elsewhere / "kept").write_text("of the other checkout")
    link = tmp_path / folder
    link.symlink_to(elsewhere)
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "frontend").mkdir()
    monkeypatch.setattr(installer, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(installer, "npm_command", lambda: (["npm"], {}))
    ran = []
    monkeypatch.setattr(installer.subprocess, "run", lambda *what, **_: ran.append(what))
    with pytest.raises(SystemExit, match=f"{folder} is a link .* Remove the link"):
        installer.make_venv() if folder == ".venv" else installer.install_node_and_build()
    assert not ran
    assert (elsewhere / "kept").exists()
    assert link.is_symlink()


def test_two_runs_in_one_folder_install_one_after_the_other(installer, monkeypatch, capsys):
    began, may_end, done = threading.Event(), threading.Event(), []

    def make_slowly():
        began.set()
        may_end.wait(20)
        done.append("first")

    monkeypatch.setattr(installer, "check_machine", lambda: None)
    monkeypatch.setattr(installer, "install_run", lambda: None)
    monkeypatch.setattr(installer, "make_venv", make_slowly)
    first = threading.Thread(target=installer.main, args=([],))
    first.start()
    assert began.wait(20)
    monkeypatch.setattr(installer, "make_venv", lambda: done.append("second"))
    second = threading.Thread(target=installer.main, args=([],))
    second.start()
    second.join(0.3)
    assert done == []
    may_end.set()
    first.join(20)
    second.join(20)
    assert done == ["first", "second"]
    assert "another run installs" in capsys.readouterr().out


def test_a_lock_is_installed_once_until_it_changes(installer, tmp_path, monkeypatch):
    (tmp_path / "requirements").mkdir()
    lock = tmp_path / "requirements" / "base.txt"
    lock.write_text("one")
    ran = []
    monkeypatch.setattr(installer, "run", lambda command, *_: ran.append(command))
    installer.install_locked("base")
    installer.install_locked("base")
    assert len(ran) == 1
    assert "--require-hashes" in ran[0]
    lock.write_text("two")
    installer.install_locked("base")
    assert len(ran) == 2


def test_the_texts_are_compiled_into_the_checkout_until_they_change(installer, tmp_path, monkeypatch):
    folder = tmp_path / "src/landsea/cases/locale/vi/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text("one")
    ran = []
    monkeypatch.setattr(installer, "run", lambda command, *_: ran.append(command[2:]))
    installer.compile_texts()
    (folder / "django.mo").write_text("compiled")
    installer.compile_texts()
    assert ran == [["landsea", "messages", "--compile"]]
    (folder / "django.po").write_text("two")
    installer.compile_texts()
    (folder / "django.mo").unlink()
    installer.compile_texts()
    assert len(ran) == 3, "also where what was compiled has gone"


@pytest.mark.parametrize("version", [0, 18])
def test_an_old_or_missing_node_is_replaced_by_the_wheel(installer, monkeypatch, version):
    asked = []
    monkeypatch.setattr(installer, "node_version", lambda: version)
    monkeypatch.setattr(installer, "install_locked", asked.append)
    monkeypatch.setattr(installer.subprocess, "check_output", lambda *_, **__: "/wheel\n")
    command, environment = installer.npm_command()
    assert asked == ["node"]
    assert command[0] == "/wheel/bin/node"
    assert environment["PATH"].startswith("/wheel/bin:")


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("docs/a.md", "see https://" + "pypi.example/simple", "host"),
        ("requirements/base.txt", "# from https://somewhere.example", "make lock"),
        ("package-lock.json", '"resolved": "x"', ".npmrc"),
        ("docs/a.md", "in /home/" + "someone/landsea", "one machine"),
        ("docs/a.md", "file:///home/" + "someone/landsea", "one machine"),
    ],
)
def test_the_tree_may_not_name_registries_or_one_machine(name, text, word):
    (sentence,) = tool("check_tree").text_problems(name, text)
    assert word in sentence


def test_the_tree_may_hold_no_links(tmp_path, monkeypatch, capsys):
    (tmp_path / "there").symlink_to(tmp_path)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "add", "there"], cwd=tmp_path, check=True)
    check = tool("check_tree")
    monkeypatch.setattr(check, "ROOT", tmp_path)
    assert check.main() == 1 and "there: is a link" in capsys.readouterr().out


def test_an_ordinary_file_has_no_problem():
    assert tool("check_tree").text_problems("docs/a.md", "see https://customs.example/rules") == []
    assert tool("check_tree").text_problems("docs/a.md", "https://customs.example/home/news/1") == []


def write_report(file: Path, **ended: str) -> None:
    """Write down a run as pytest does: a test that passed is empty."""
    inside = {"passed": "", "failed": "<failure/>", "error": "<error/>", "skipped": "<skipped/>"}
    tests = (f'<testcase classname="a" name="{name}">{inside[how]}</testcase>' for name, how in ended.items())
    file.write_text(f"<testsuites><testsuite>{''.join(tests)}</testsuite></testsuites>")


def test_the_summary_counts_all_runs_and_survives_a_run_without_a_report(tmp_path):
    write_report(tmp_path / "1.xml", one="passed", two="passed", three="failed", four="error", five="skipped")
    assert tool("run_tests").summary([tmp_path / "1.xml", tmp_path / "none.xml"]) == "2 passed, 2 failed, 1 skipped"


def test_a_test_that_passes_when_it_runs_once_more_is_named_and_counted_once(tmp_path):
    runs = tool("run_tests")
    write_report(tmp_path / "e2e.xml", one="passed", two="failed", three="error")
    write_report(runs.second_of(tmp_path / "e2e.xml"), two="passed", three="failed")
    reports = sorted(tmp_path.glob("*.xml"))
    assert runs.summary(reports) == "2 passed, 1 failed, 0 skipped, 1 unsteady"
    assert runs.unsteady_in(reports) == ["UNSTEADY a::two"]


@pytest.mark.parametrize("group", ["tests/e2e", "tests/contract"])
@pytest.mark.parametrize(("failures", "statuses"), [(1, [1, 0]), (1, [1, 1]), (4, [1])])
def test_few_tests_that_fail_on_servers_and_databases_run_once_more(tmp_path, monkeypatch, failures, statuses, group):
    runs, begun, left = tool("run_tests"), [], list(statuses)
    write_report(tmp_path / "e2e.xml", **{f"t{number}": "failed" for number in range(failures)})
    monkeypatch.setattr(runs, "run", lambda arguments, *_: begun.append(arguments) or left.pop(0))
    assert runs.pytest([group, f"--junitxml={tmp_path / 'e2e.xml'}"]) == statuses[-1] and not left
    assert all("--last-failed" in arguments for arguments in begun[1:])


def test_no_pure_test_that_fails_runs_once_more(tmp_path, monkeypatch):
    runs, left = tool("run_tests"), [1]
    write_report(tmp_path / "core.xml", one="failed")
    monkeypatch.setattr(runs, "run", lambda *_: left.pop(0))
    assert runs.pytest(["tests/core", f"--junitxml={tmp_path / 'core.xml'}"]) == 1 and not left


def test_what_hangs_is_ended(tmp_path):
    waits = tmp_path / "test_waits.py"
    waits.write_text("import time\n\ndef test_for_ever():\n    time.sleep(60)\n")
    plain = ["-p", "no:django", "-c", str(tmp_path / "none.ini"), str(waits)]
    (tmp_path / "none.ini").write_text("[pytest]\n")
    assert tool("run_tests").run(plain, 3) is None


@pytest.mark.parametrize("status", [0, 1])
def test_what_is_through_is_no_hang_though_something_it_left_holds_its_output_open(monkeypatch, status):
    runs, (heard, spoken) = tool("run_tests"), os.pipe()
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
        assert tool("run_tests").pass_on(said, 3)
    speaker.join()
    assert capsys.readouterr().out == "........"


def test_a_hung_browser_is_tried_once_more(monkeypatch, capsys):
    runs = tool("run_tests")
    for answers, status in (([None, 0], 0), ([None, None], 1), ([1], 1)):
        left = list(answers)
        monkeypatch.setattr(runs, "run", lambda *_, left=left: left.pop(0))
        assert runs.pytest(["tests/e2e"]) == status and not left
    assert "hung twice" in capsys.readouterr().out


def test_what_waits_is_said_once_and_in_its_order_when_it_has_the_floor(capsys):
    voice = tool("run_tests").Voice()
    voice.write("first ")
    assert capsys.readouterr().out == ""
    voice.take_the_floor()
    voice.write("second")
    assert capsys.readouterr().out == "first second"


def test_a_run_beside_another_says_nothing_until_it_has_the_floor(tmp_path, capfd):
    """Also one that nobody ends for its silence: two lanes that speak at once cannot be read."""
    (tmp_path / "test_quick.py").write_text("def test_through():\n    pass\n")
    (tmp_path / "none.ini").write_text("[pytest]\n")
    runs = tool("run_tests")
    voice = runs.Voice()
    plain = ["-p", "no:django", "-c", str(tmp_path / "none.ini"), str(tmp_path / "test_quick.py")]
    assert runs.run(plain, None, voice) == 0
    assert capfd.readouterr().out == ""
    voice.take_the_floor()
    assert "1 passed" in capfd.readouterr().out


def test_two_lanes_run_every_group_once(monkeypatch):
    runs, begun = tool("run_tests"), []
    monkeypatch.setattr(runs, "pytest", lambda group, _voice: begun.append(group[0]) or 0)
    left = deque([["b"], ["c"]])
    assert runs.run_groups([["a"]], left) == [0, 0, 0]
    assert begun == ["a", "b", "c"] and runs.run_groups([], left) == []


def test_what_no_group_names_is_run_too():
    """One group runs everything that the others do not; what is named is there."""
    runs = tool("run_tests")
    (rest,) = (group for group in runs.all_groups() if all(word.startswith("--ignore=") for word in group))
    named = {name for group in (runs.BROWSER_TESTS, *runs.GROUPS) for name in group}
    assert {word.removeprefix("--ignore=") for word in rest} == named
    assert all((runs.ROOT / name).exists() for name in named)
    names = [runs.name_of(group) for group in runs.all_groups()]
    assert len(names) == len(set(names))


def test_nothing_begins_once_all_is_ended(monkeypatch):
    runs = tool("run_tests")
    monkeypatch.setattr(runs.subprocess, "Popen", lambda *_, **__: pytest.fail("It began."))
    runs.end_all()
    assert runs.run(["tests/e2e"], 1) != 0


def test_every_measurement_and_drill_of_the_makefile_is_there_and_can_begin():
    named = set(re.findall(r"python -m (bench(?:\.\w+)?)", (TOOLS.parent / "Makefile").read_text()))
    assert {"bench.drill", "bench.drill_machines", "bench.game_day"} <= named
    for name in named:
        importlib.import_module(f"{name}.__main__" if name == "bench" else name)
