"""The world of the exchange's tests: the small world of the cases app with a desk for business on each side."""

from django.db import transaction

from landsea.cases.tests.world import make_world
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Competence


@transaction.atomic
def business_world():
    """Make the small world, in which the quarantine desk introduces China's businesses, and the border desk Viet Nam's."""
    world = make_world()
    Competence.objects.create(desk=world.quarantine, topic="investment", country="CN")
    Competence.objects.create(desk=world.border, topic="investment", country="VN")
    raise_revision(lock_revision())
    return world
