"""The database of a test run. When the run's own server was started with one that is ready, that is used; otherwise all
migrations make it, and it is kept for the next run (`landsea_dev.prepared`).
"""

from django.conf import settings
from django.db import connection, connections
from django.test.utils import setup_databases, teardown_databases

from landsea_dev.prepared import compute_digest, keep_prepared
from landsea_dev.throwaway import is_prepared, is_running, start_throwaway_cluster


def use_prepared_database() -> list:
    """Lead Django to the test database; return what has to be taken down in the end, nothing where the server goes with it."""
    if is_prepared():
        name = connection.creation._get_test_db_name()
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        return []
    made = setup_databases(verbosity=0, interactive=False)
    if not is_running():
        return made
    connections.close_all()
    if (
        compute_digest(settings.INSTALLED_APPS) == settings.PREPARED_DATABASE
    ):  # nobody changed a migration while they ran
        keep_prepared(start_throwaway_cluster(), settings.PREPARED_DATABASE)
    return []


def take_down_database(made: list) -> None:
    """Remove the test database from a server that stays."""
    if made:
        teardown_databases(made, verbosity=0)
