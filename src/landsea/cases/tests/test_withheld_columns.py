"""What somebody may not read is not in the rows that they are given, not even when it is asked for by its name."""

import pytest
from django.utils import timezone

from landsea.cases import access
from landsea.cases.actions.coordinate import reassign_case
from landsea.cases.actions.redact import redact_words

pytestmark = pytest.mark.django_db


def test_reasons_of_hand_offs_are_for_offices(world):
    case = world.file(association=world.chamber.pk, member=world.member.pk).case
    reassign_case(world.actor("coordinator"), case.ref, world.border.code, "They are slow.", now=timezone.now())
    case.refresh_from_db()

    def reasons(part: str) -> set[str]:
        return {one.reason for one in access.list_involvements(world.actor(part), case)}

    assert "They are slow." in reasons("coordinator") and "They are slow." in reasons("other_holder")
    assert reasons("clerk") == reasons("observer") == {""}


def test_the_list_of_what_was_blacked_out_holds_no_original(world):
    case = world.file().case
    redact_words(world.actor("coordinator"), case.ref, 0, "durian", "A name.", now=timezone.now())
    assert [one.original for one in access.list_redactions(world.actor("coordinator"), case)] == [""]
    assert access.list_redactions(world.actor("holder"), case) == []
