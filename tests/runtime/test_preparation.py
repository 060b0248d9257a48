"""Steps before serving run when their files or their database changed, and only then."""

import pytest

from landsea import preparation


@pytest.fixture
def ran(tmp_path, monkeypatch):
    """Let a checkout of one file and a made-up command stand in; return the list of commands that were run."""
    commands: list[str] = []
    (tmp_path / "facts.txt").write_text("one")
    monkeypatch.setenv("LANDSEA_VAR", str(tmp_path / "var"))
    monkeypatch.setattr(preparation, "find_checkout_folder", lambda: tmp_path)
    monkeypatch.setattr(preparation, "ALWAYS", (preparation.Step("load", "loading", ["facts.txt"]),))
    monkeypatch.setattr(preparation, "DEMO", preparation.Step("demo", "demo", []))
    monkeypatch.setattr(preparation, "_database_identity", lambda: "first")
    monkeypatch.setattr(preparation, "call_command", lambda command, **_: commands.append(command))
    monkeypatch.setattr(preparation, "_count_anew", lambda: None)
    return commands


def prepare(*, demo: bool = False) -> None:
    preparation.prepare(lambda _: None, demo=demo)


def test_a_second_start_skips_what_did_not_change(ran):
    prepare()
    prepare()
    assert ran == ["load"]


def test_the_database_counts_anew_only_when_something_was_loaded(ran, monkeypatch):
    counted: list[bool] = []
    monkeypatch.setattr(preparation, "_count_anew", lambda: counted.append(True))
    prepare()
    prepare()
    assert ran == ["load"] and counted == [True]


@pytest.mark.django_db
def test_the_database_can_count_anew():
    preparation._count_anew()


def test_a_changed_file_runs_its_step_again(ran, tmp_path):
    prepare()
    (tmp_path / "facts.txt").write_text("two")
    prepare()
    assert ran == ["load", "load"]


def test_another_database_runs_its_steps_again(ran, monkeypatch):
    prepare()
    monkeypatch.setattr(preparation, "_database_identity", lambda: "second")
    prepare()
    assert ran == ["load", "load"]


def test_the_demo_comes_only_when_asked_for(ran):
    prepare()
    prepare(demo=True)
    assert ran == ["load", "demo"]


def test_a_step_that_failed_is_tried_again(ran, monkeypatch):
    def fail(command: str, **_: object) -> None:
        ran.append(command)
        raise RuntimeError(command)

    working = preparation.call_command
    monkeypatch.setattr(preparation, "call_command", fail)
    with pytest.raises(RuntimeError):
        prepare()
    monkeypatch.setattr(preparation, "call_command", working)
    prepare()
    assert ran == ["load", "load"]


def test_a_year_is_played_only_where_it_is_asked_for(ran, monkeypatch, settings):
    options = []
    monkeypatch.setattr(
        preparation, "call_command", lambda command, **given: options.append((command, given.get("year")))
    )
    prepare(demo=True)
    settings.DEMO_YEAR = True
    prepare(demo=True)
    assert options == [("load", None), ("demo", None), ("demo", True)]


def test_what_an_installation_took_in_runs_its_step_again_wherever_var_lies(ran, tmp_path, monkeypatch):
    monkeypatch.setattr(preparation, "ALWAYS", (preparation.Step("load", "loading", ["var/network/*.jsonl"]),))
    monkeypatch.setenv("LANDSEA_VAR", str(tmp_path / "elsewhere"))
    prepare()
    feeds = tmp_path / "elsewhere" / "network"
    feeds.mkdir()
    (feeds / "services.jsonl").write_text("{}")
    prepare()
    prepare()
    assert ran == ["load", "load"]
