"""What holds for all tests, those of the core, which run without Django, among them."""

import sys

import pytest
from hypothesis import settings

from landsea.base.collector import collect_rarely, pass_over_what_stays

pytest_plugins = ["tests.loaded_once"]

settings.register_profile("landsea", deadline=None)  # how long an example takes is the machine's business: see bench/
settings.load_profile("landsea")

collect_rarely()  # as the web server does, whose pages are tried here


def pytest_collection_finish():
    """Pass over the thousands of tests that a run holds, which the collector would look at again and again."""
    pass_over_what_stays()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """The database of the run: made by all migrations once, and brought ready to the runs after it."""
    from tests.prepared_database import take_down_database, use_prepared_database

    with django_db_blocker.unblock():
        made = use_prepared_database()
    yield
    with django_db_blocker.unblock():
        take_down_database(made)


@pytest.fixture(autouse=True)
def nothing_kept_from_another_test():
    """Each test has a directory of its own, so nothing that the process kept of an earlier one may be read."""
    if "landsea.base.kept" in sys.modules:
        sys.modules["landsea.base.kept"].forget_everything()


@pytest.fixture
def marks_are_believed():
    """For every test that counts the statements of a page."""
    from tests.marks import marks_believed

    with marks_believed():
        yield


@pytest.fixture
def django_assert_max_num_queries(marks_are_believed, django_assert_max_num_queries):
    """Count at most so many statements, on any machine."""
    return django_assert_max_num_queries


@pytest.fixture
def django_assert_num_queries(marks_are_believed, django_assert_num_queries):
    """Count exactly so many statements, on any machine."""
    return django_assert_num_queries


@pytest.fixture(autouse=True)
def no_jobs_left_behind(request):
    """Jobs are no rows of Django's, so what it empties after a test that commits does not hold them; later tests count them."""
    mark = request.node.get_closest_marker("django_db")
    if not mark or not mark.kwargs.get("transaction"):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
