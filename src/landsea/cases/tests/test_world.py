"""The world that other tests stand in: its cast is what it says, and a case filed in it lands where it should."""

from landsea.cases.access import list_visible_cases


def test_a_case_about_plant_health_at_mohan_is_the_quarantine_desks(world):
    case = world.file().case

    assert case.desk == world.quarantine
    seeing = {part for part in world.people if list_visible_cases(world.actor(part)).filter(pk=case.pk).exists()}
    assert seeing == {"holder", "deputy", "head", "coordinator", "observer"}
