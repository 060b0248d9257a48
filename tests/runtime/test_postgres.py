"""The embedded PostgreSQL: starting, sharing, crashing, stopping, and leaving foreign folders alone."""

import os
import pwd
import shutil
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from landsea_dev import RuntimeProblem, pgprocess, postgres
from landsea_dev.account import Account, find_server_account
from landsea_dev.pgbinaries import find_programs
from landsea_dev.pgcluster import Cluster
from landsea_dev.pgfolders import SOCKET_PATH_LIMIT
from landsea_paths import compute_fingerprint

HOLD_A_LEASE = """
import sys
from pathlib import Path
from landsea_dev.pgcluster import Cluster
cluster = Cluster(Path(sys.argv[1]), durable=False)
cluster.ensure_running()
print(cluster.status().pid)
sys.stdin.read()
"""
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another user")


def parents(path: Path) -> dict[Path, tuple[int, int, int]]:
    """Return mode and owners of each folder above a path."""
    seen = {parent: parent.stat() for parent in path.parents}
    return {parent: (found.st_mode, found.st_uid, found.st_gid) for parent, found in seen.items()}


def test_starts_answers_and_knows_vectors(folder, make_cluster):
    cluster = make_cluster(folder / "pg")
    with psycopg.connect(cluster.ensure_running()) as connection:
        connection.execute("CREATE EXTENSION vector")
        distance, lowered = connection.execute("SELECT '[0,3]'::vector <-> '[4,0]', lower('ĐẦU MÙA')").fetchone()
    assert (distance, lowered) == (5.0, "đầu mùa")


def test_stops_with_its_last_user_and_keeps_the_data(folder, make_cluster):
    cluster = make_cluster(folder / "pg")
    with psycopg.connect(cluster.ensure_running()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1")
    cluster.release()
    assert cluster.status().pid is None
    with psycopg.connect(cluster.ensure_running()) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1,)


def test_two_starters_at_once_share_one_server_until_both_have_left(folder, make_cluster, start_python):
    cluster = make_cluster(folder / "pg")
    first, second = (start_python(HOLD_A_LEASE, cluster.home) for _ in range(2))
    pids = {first.stdout.readline(), second.stdout.readline()}
    assert pids == {f"{cluster.status().pid}\n"}
    first.communicate()
    assert cluster.status().answers
    second.communicate()
    assert cluster.status().pid is None


def test_a_user_that_was_killed_holds_nothing(folder, make_cluster, start_python):
    cluster = make_cluster(folder / "pg")
    user = start_python(HOLD_A_LEASE, cluster.home)
    user.stdout.readline()
    user.kill()
    user.wait()
    cluster.ensure_running()
    cluster.release()
    assert cluster.status().pid is None


def test_recovers_from_a_killed_server_with_everything_that_was_committed(folder, make_cluster):
    cluster = make_cluster(folder / "pg", durable=True)
    with psycopg.connect(cluster.ensure_running()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1")
    os.kill(cluster.status().pid, signal.SIGKILL)
    with psycopg.connect(cluster.ensure_running()) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1,)


def test_recovers_from_a_killed_server_while_others_still_hold_a_lease(folder, make_cluster, start_python):
    cluster = make_cluster(folder / "pg")
    other = start_python(HOLD_A_LEASE, cluster.home)
    killed = int(other.stdout.readline())
    os.kill(killed, signal.SIGKILL)
    cluster.ensure_running()
    assert cluster.status().answers
    assert cluster.status().pid != killed


def test_a_process_number_taken_over_by_a_stranger_does_not_stop_the_start(folder, make_cluster):
    cluster = make_cluster(folder / "pg")
    cluster.ensure_running()
    locks = [cluster.data / "postmaster.pid", cluster.sockets / ".s.PGSQL.5432.lock"]
    records = [lock.read_text() for lock in locks]
    cluster.release()
    stranger = subprocess.Popen(["sleep", "60"], **cluster.account.popen_options())
    try:
        for lock, record in zip(locks, records, strict=True):
            lock.write_text(record.replace(record.split("\n")[0], str(stranger.pid), 1))
        cluster.ensure_running()
        assert cluster.status().answers
    finally:
        stranger.kill()
        stranger.wait()


def test_comes_back_when_its_socket_was_swept_away(folder, make_cluster):
    cluster = make_cluster(folder / "pg")
    cluster.ensure_running()
    shutil.rmtree(cluster.sockets)
    cluster.ensure_running()
    assert cluster.status().answers


def test_works_from_a_very_deep_and_oddly_named_folder(folder, make_cluster):
    home = folder / ("deep, and with blanks " * 5) / "pg"
    cluster = make_cluster(home)
    home.parent.mkdir(mode=0o711)
    assert len(str(cluster.sockets / ".s.PGSQL.5432")) <= SOCKET_PATH_LIMIT
    with psycopg.connect(cluster.ensure_running()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    assert stat.S_IMODE(cluster.sockets.stat().st_mode) == 0o700


def test_changes_no_folder_above_its_own_and_opens_none_of_its_own(folder, make_cluster):
    before = parents(folder / "pg")
    cluster = make_cluster(folder / "pg")
    cluster.ensure_running()
    assert parents(folder / "pg") == before
    for private in (cluster.data, cluster.sockets, cluster.home / "log"):
        assert (private.stat().st_uid, stat.S_IMODE(private.stat().st_mode)) == (cluster.account.uid, 0o700)


def test_refuses_a_socket_folder_that_somebody_else_could_read(folder, make_cluster):
    cluster = make_cluster(folder / "pg")
    cluster.ensure_running()
    cluster.release()
    cluster.sockets.chmod(0o777)
    with pytest.raises(RuntimeProblem, match="not a private folder"):
        cluster.ensure_running()


def test_says_what_to_do_about_data_of_another_version(folder, make_cluster):
    cluster = make_cluster(folder / "pg")
    cluster.ensure_running()
    cluster.release()
    (cluster.data / "PG_VERSION").write_text("16\n")
    with pytest.raises(RuntimeProblem, match="pg_dump"):
        cluster.ensure_running()


def test_a_server_that_cannot_start_shows_its_last_words(folder, make_cluster):
    cluster = make_cluster(folder / "pg")
    cluster.ensure_running()
    cluster.release()
    (cluster.data / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(RuntimeProblem, match="no_such_setting"):
        cluster.ensure_running()


def test_memory_of_a_killed_server_is_waited_for_though_its_last_process_has_just_gone(
    folder, make_cluster, monkeypatch
):
    """In one of 250 kills a process that nobody had seen held the memory, and was gone when it was looked for."""
    cluster, refused = make_cluster(folder / "pg"), []
    run = cluster._run_server

    def refuse_once(programs):
        if refused:
            return run(programs)
        refused.append(1)
        cluster.start_log.write_text("FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use\n")
        return False

    monkeypatch.setattr(cluster, "_run_server", refuse_once)
    cluster.ensure_running()
    assert refused and cluster.status().pid


@only_root
def test_root_uses_a_place_of_its_own_when_the_account_cannot_reach_the_checkout(folder, monkeypatch):
    (folder / "closed").mkdir(mode=0o700)
    monkeypatch.setenv("LANDSEA_VAR", str(folder / "closed" / "var"))
    postgres.find_default_cluster.cache_clear()
    try:
        home = postgres.find_default_cluster().home
    finally:
        postgres.find_default_cluster.cache_clear()
    assert home == Path("/var/lib") / f"landsea-{compute_fingerprint(folder / 'closed' / 'var')}"
    assert stat.S_IMODE((folder / "closed").stat().st_mode) == 0o700


@only_root
def test_a_copy_of_the_programs_serves_an_account_that_cannot_reach_the_installed_ones(folder):
    class ShutOut(Account):
        def can(self, test: str, path: Path) -> bool:
            return False

    lent = find_server_account()
    programs = find_programs(ShutOut(lent.name, lent.uid, lent.gid, lent=True), folder)
    assert programs.is_relative_to(folder)
    version = subprocess.check_output([programs / "postgres", "--version"], **lent.popen_options())
    assert version.startswith(b"postgres (PostgreSQL)")


@only_root
def test_works_for_an_ordinary_user_and_refuses_the_same_folder_to_another(folder, make_cluster):
    nobody = pwd.getpwnam("nobody")
    own = folder / "own"
    own.mkdir(mode=0o700)
    os.chown(own, nobody.pw_uid, nobody.pw_gid)
    account = Account(nobody.pw_name, nobody.pw_uid, nobody.pw_gid, lent=False)
    if find_programs(find_server_account(), folder / "spare").is_relative_to(folder):
        pytest.skip("an ordinary user cannot reach this checkout")

    def start_and_ask() -> bool:
        cluster = Cluster(own / "pg", durable=False, account=account)
        with psycopg.connect(cluster.ensure_running()) as connection:
            return connection.execute("SELECT current_user").fetchone() == ("landsea",)

    def start_in_a_foreign_folder() -> bool:
        try:
            Cluster(folder / "pg", durable=False, account=account).ensure_running()
        except RuntimeProblem as problem:
            return "LANDSEA_VAR" in str(problem)
        return False

    assert as_user(nobody, start_and_ask)
    assert as_user(nobody, start_in_a_foreign_folder)
    Cluster(own / "pg", account=account).stop()


def as_user(user: pwd.struct_passwd, work: Callable[[], bool]) -> bool:
    """Run `work` in a forked child under another user, and say whether it returned True.

    A fork, because that user may not be able to reach this Python's own files.
    """
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.setgroups([])
            os.setgid(user.pw_gid)
            os.setuid(user.pw_uid)
            status = 0 if work() else 1
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_no_process_is_left_after_a_stop(folder, make_cluster):
    cluster = make_cluster(folder / "pg")
    cluster.ensure_running()
    cluster.stop()
    deadline = time.monotonic() + 60
    while pgprocess.list_pids(cluster.data) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert pgprocess.list_pids(cluster.data) == []
