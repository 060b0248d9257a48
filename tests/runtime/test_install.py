"""The installer: what it says of a lacking machine, and that it installs once what changed."""

import sys
import threading

import pytest
from tests.runtime.scripts import TOOLS, load_script


@pytest.fixture
def installer(tmp_path, monkeypatch):
    """The installer, working on an empty checkout."""
    module = load_script("install")
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
