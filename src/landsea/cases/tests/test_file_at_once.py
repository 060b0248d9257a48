"""The same form pressed many times at one instant, by real connections that meet in the database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from landsea.base.outbox.models import Delivery
from landsea.base.secret_links import compute_digest
from landsea.cases.actions.file import make_form_key
from landsea.cases.models import Case, CaseFile, HeldFile
from landsea.cases.tests.world import make_world

TIMES = 6


@pytest.mark.django_db(transaction=True)
def test_one_form_at_one_instant_is_one_case_with_its_papers_once():
    world, key, together = make_world(), make_form_key(), Barrier(TIMES)
    held = HeldFile(name="a.txt", media_type="text/plain", size=1, digest="0", stored=f"aa/{'a' * 32}")
    held.form_key_digest, held.created_at = compute_digest(key), world.people["holder"].created_at
    held.save()

    def press(_time: int):
        together.wait(timeout=20)
        try:
            return world.file(form_key=key)
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as pool:
        filed = list(pool.map(press, range(TIMES)))

    assert Case.objects.count() == 1
    assert len({(one.case.ref, one.secret) for one in filed}) == 1
    assert [one.again for one in filed].count(False) == 1
    assert CaseFile.objects.count() == 1
    assert Delivery.objects.filter(template="case_filed").count() == 1
