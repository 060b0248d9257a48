"""The whole platform in one foreground process: database, preparation, web server and worker, until told to stop.

What web server and worker need is loaded here, once, and both are forked from this process, so that they share its memory.
Until all is loaded a web server of one process, forked as soon as it can show a page, answers in their place. For one machine.
Where an init system or a container platform supervises, each of these is started there by itself (docs/operators/running.md).
"""

import math
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from landsea_dev import RuntimeProblem, postgres
from landsea_dev.children import Child, Fork, ForkedChild, describe_end, end_all
from landsea_dev.listening import WORKERS, claim_port, count_listeners, note_port
from landsea_dev.stopping import Stopping
from landsea_paths import find_var_folder
from landsea_search import compile_command

PATIENCE = 20.0  # seconds for requests and jobs in progress to finish when we stop
LOOK_EVERY = 0.5  # seconds between two looks at the children
A_MOMENT = 1.0  # seconds that preparing may still take beside the loading of pages where nothing is due


@dataclass(frozen=True)
class Platform:
    """What is served: how database and files are brought up to date, given a way to say what is done; how what all processes
    need is loaded, first the pages, then what else needs no database, then what is read of it; and what the web server of the
    first seconds, the web server and the worker do until told to stop, which return their exit status.
    """

    prepare: Callable[[Callable[[str], None]], None]
    load_pages: Callable[[], None]
    load_readers: Callable[[], None]
    load_rows: Callable[[], None]
    serve_first_pages: Callable[[], int]
    serve_pages: Callable[[], int]
    work: Callable[[], int]


def serve_all(host: str, port: int, platform: Platform, *, demo: bool) -> int:
    """Serve until SIGINT or SIGTERM and return the exit status.

    host, port: where the web server listens. demo: whether to print who can sign in to the demo.
    The embedded server is started unless DATABASE_URL names another one, and stopped at the end unless somebody else
    still uses it. Raises RuntimeProblem when the port is taken or the database does not start.
    """
    stopping = Stopping()
    claim = claim_port(host, port)
    embedded = not os.environ.get("DATABASE_URL")
    compiling = Child("the compiling of the planner", compile_command(gently=True))  # plans are answered meanwhile
    first = ForkedChild("the first web server", platform.serve_first_pages, title="landsea-first")
    announcing = ForkedChild(
        "who says the address", lambda: announce_when_up(host, port, demo, stopping), title="landsea-says"
    )
    try:
        note_port(port)
        compiling.start()
        if embedded:
            say_to_operator(f"PostgreSQL has its data in {postgres.find_default_cluster().home}")
            postgres.ensure_running()
        preparing = Fork(lambda: main_status(lambda: _prepare(platform)), "landsea-prepare")
        stopping.break_off(platform.load_pages)
        takes_long = _wait_for(preparing, stopping, A_MOMENT) is None
        if takes_long:  # a first start, or a new version
            stopping.break_off(platform.load_readers)
        if status := _wait_for(preparing, stopping):
            return status
        if stopping.asked:
            return 0
        first.start()
        announcing.start()
        if not takes_long:
            stopping.break_off(platform.load_readers)
        stopping.break_off(platform.load_rows)
        if stopping.asked:
            return 0
        children = [
            ForkedChild("the web server", platform.serve_pages, title="landsea-web"),
            ForkedChild("the worker", platform.work, title="landsea-worker"),
        ]
        before = count_listeners(port)
        return keep_children_alive(
            children,
            stopping,
            started=lambda: hand_over(first, port, before, stopping),
            each_look=lambda: look_after(embedded, [first, announcing]),
        )
    finally:
        end_all([compiling, first, announcing], patience=PATIENCE)
        claim.close()
        if embedded:
            postgres.release_server()


def _prepare(platform: Platform) -> int:
    """Prepare in a process of its own, which takes with it what that needs of memory."""
    platform.prepare(say_to_operator)
    return 0


def _wait_for(preparing: Fork, stopping: Stopping, seconds: float = math.inf) -> int | None:
    """Wait so many seconds until all is prepared, or until told to stop. Return the exit status of that process, 0 when told to
    stop, None where it still prepares.
    """
    deadline = time.monotonic() + seconds
    while (status := preparing.poll()) is None:
        if stopping.wait(0.02):
            preparing.terminate()
            preparing.wait()
            return 0
        if time.monotonic() > deadline:
            return None
    return 1 if status else 0


def hand_over(first: Child, port: int, before: int, stopping: Stopping) -> None:
    """End the web server of the first seconds once the other one listens beside it; what it has begun to answer it ends.

    before: how many sockets listened on the port before the other one was started.
    """
    deadline = time.monotonic() + PATIENCE
    while first.ended() is None and count_listeners(port) < before + WORKERS and time.monotonic() < deadline:
        if stopping.wait(0.05):
            break
    first.terminate()


def keep_children_alive(
    children: list[Child],
    stopping: Stopping,
    *,
    started: Callable[[], None] = lambda: None,
    each_look: Callable[[], None] = lambda: None,
) -> int:
    """Start the children and keep them alive until asked to stop; none of them outlives this call.

    started: called once they have been started. each_look: called about twice a second.
    Returns 0 when asked to stop, 1 when a child ended so often that it was given up.
    """
    try:
        for child in children:
            child.start()
        started()
        while not stopping.wait(LOOK_EVERY):
            if not all(_alive_again(child) for child in children):
                return 1
            each_look()
        return 0
    finally:
        say_to_operator("stopping")
        end_all(children, patience=PATIENCE, hurry=lambda: stopping.asked > 1)


def _alive_again(child: Child) -> bool:
    """Start a child that has ended once more; say False when it is time to give up."""
    status = child.ended()
    if status is None:
        return True
    child.signal_group(signal.SIGKILL)
    if not child.worth_a_restart():
        say_to_operator(f"{child.name} {describe_end(status)} again and again: giving up. The lines above say why.")
        return False
    say_to_operator(f"{child.name} {describe_end(status)}: starting it again")
    child.start()
    return True


def look_after(embedded: bool, passing: list[Child]) -> None:
    """Keep the embedded server alive, and take note of the end of those that were needed at the start only."""
    for child in passing:
        child.ended()
    if embedded:
        revive_database()


def revive_database() -> None:
    """Start the embedded server again when it died; the children connect again by themselves."""
    if postgres.describe_server_status().pid is not None:
        return
    say_to_operator("PostgreSQL is gone: starting it again")
    try:
        postgres.ensure_running()
    except RuntimeProblem as problem:
        say_to_operator(str(problem))


def say_to_operator(sentence: str) -> None:
    """Print what happens, for the person at the terminal."""
    print(f"landsea: {sentence}", flush=True)


def announce_when_up(host: str, port: int, demo: bool, stopping: Stopping) -> int:
    """Print the address once a web server accepts connections, however late that is, and return 0."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    while not stopping.wait(0.1):
        try:
            socket.create_connection((reachable, port), timeout=1).close()
        except OSError:
            continue
        break
    else:
        return 0
    address = f"[{reachable}]" if ":" in reachable else reachable
    print(f"\n  Landsea is at http://{address}:{port}/    (Ctrl-C stops it)\n", flush=True)
    signins = find_var_folder() / "demo-signins.txt"
    if demo and signins.exists():
        print(signins.read_text(encoding="utf-8"), flush=True)
    return 0


def main_status(run: Callable[[], int]) -> int:
    """Run and return the exit status; a RuntimeProblem becomes its sentence and status 1."""
    try:
        return run()
    except RuntimeProblem as problem:
        print(f"landsea: {problem}", file=sys.stderr)
        return 1
