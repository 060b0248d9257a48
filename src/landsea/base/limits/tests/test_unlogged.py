"""What a network spent is counted without waiting for the disk."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_counts_are_kept_outside_of_the_log():
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'limits_spending'")
        assert cursor.fetchone() == ("u",)
