"""Threads share the connections of a process: never more than it may hold, none left behind by threads that ended."""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import sys, threading, django
django.setup()
from django.db import close_old_connections, connection, connections
from landsea.base.pooling import share_connections
share_connections(3)
def ask():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.05)")
    close_old_connections()  # as Django does at the end of each request
def count():
    ask_count = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pooling'"
    with connection.cursor() as cursor:
        cursor.execute(ask_count)
        found = cursor.fetchone()[0]
    close_old_connections()
    return found
for _ in range(3):  # threads end, others begin
    threads = [threading.Thread(target=ask) for _ in range(12)]
    [one.start() for one in threads]
    [one.join() for one in threads]
print(count())
connections["default"].close_pool()
"""


@pytest.mark.django_db
def test_threads_that_come_and_go_hold_no_more_than_the_process_may():
    environment = os.environ | {"PGAPPNAME": "pooling", "DJANGO_SETTINGS_MODULE": "landsea.settings.test"}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert 1 <= int(done.stdout) <= 3
