"""Demo people: who is made, that a second run changes nobody, that they can sign in, and where they are refused."""

import json
import stat
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as real_settings
from django.contrib.auth import authenticate

from landsea.accounts.models import User
from landsea.directory.actors import make_actor
from landsea.directory.models import Appointment, Contact, Desk, DutyShift
from landsea.directory.reachability import is_reachable_now
from landsea_core.reference import read_reference
from landsea_demo import cast
from landsea_demo.people import NoDemo, create_demo_people

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(reference_directory, settings, tmp_path):
    """A demonstration with the real reference directory and an empty VAR; that folder."""
    settings.DEMO, settings.VAR = True, tmp_path
    return tmp_path


def _people() -> list:
    return [
        sorted(model.objects.values_list("pk", flat=True))
        for model in (User, Contact, Appointment, DutyShift, Authenticator)
    ]


def test_every_desk_gets_people_and_the_cast_gets_accounts(demo):
    signins = create_demo_people(NOW)

    desks = Desk.objects.filter(retired_at=None).count()
    assert Contact.objects.filter(is_demo=True).count() == 2 * desks
    assert len({one.email for one in signins}) == len(signins) > 80
    assert {one.role for one in signins} == {
        "holder",
        "deputy",
        "head",
        "association",
        "observer",
        "operator",
        "editor",
    }
    assert not User.objects.exclude(email__endswith=".example.org").exists()
    assert not Contact.objects.exclude(email__endswith=".example.org", phone__startswith="+00 ").exists()


def test_a_second_run_changes_nobody(demo):
    first = create_demo_people(NOW)
    before = _people()
    assert create_demo_people(NOW + timedelta(hours=1)) == first
    assert _people() == before


def test_a_lost_file_means_a_new_password_for_all_with_the_same_second_factors(demo):
    first = create_demo_people(NOW)
    (demo / "demo-signins.json").unlink()
    second = create_demo_people(NOW)
    assert second[0].password != first[0].password
    assert [one.totp_secret for one in second] == [one.totp_secret for one in first]
    assert all(User.objects.get(email=one.email).check_password(one.password) for one in second[::20])


def test_the_files_are_for_their_owner_only_and_hold_what_it_takes_to_sign_in(demo):
    create_demo_people(NOW)
    for name in ("demo-signins.json", "demo-signins.txt"):
        assert stat.S_IMODE((demo / name).stat().st_mode) == 0o600
    rows = json.loads((demo / "demo-signins.json").read_text(encoding="utf-8"))
    assert authenticate(email=rows[0]["email"], password=rows[0]["password"]).email == rows[0]["email"]
    text = (demo / "demo-signins.txt").read_text(encoding="utf-8")
    assert text.count("@") == 10 and rows[0]["password"] in text


def test_rights_follow_from_the_appointments(demo):
    create_demo_people(NOW)

    def actor(email):
        return make_actor(User.objects.get(email=email), NOW)

    plant = Desk.objects.get(code="cn-mohan-quarantine.plant")
    assert actor("holder@plant.cn-mohan-quarantine.example.org").holds == {plant.pk}
    assert actor("deputy@plant.cn-mohan-quarantine.example.org").deputises == {plant.pk}
    assert plant.pk in actor("head@cn-mohan-quarantine.example.org").desks
    assert actor("deputy@coordinator.mechanism.example.org").is_coordinator
    assert actor("observer@la-embassy-beijing.example.org").observed_countries == {"LA"}
    assert actor("operator@landsea.example.org").is_operator
    assert len(actor("clerk@vn-vcci.example.org").associations) == 1


def test_somebody_is_on_duty_at_the_border_at_any_hour_for_eight_weeks(demo):
    create_demo_people(NOW)
    desk = Desk.objects.select_related("office").get(code="cn-mohan-quarantine.plant")
    for hours in range(0, 8 * 7 * 24, 5):
        assert is_reachable_now(desk, NOW + timedelta(hours=hours)).now


def test_real_people_are_left_alone(demo):
    desk = Desk.objects.first()
    real = Contact.objects.create(desk=desk, name="A real person", email="someone@real.example")
    create_demo_people(NOW)
    real.refresh_from_db()
    assert (real.name, real.email, real.is_demo) == ("A real person", "someone@real.example", False)


def test_no_demo_people_outside_a_demonstration_or_without_desks(settings, tmp_path):
    settings.VAR, settings.DEMO = tmp_path, False
    with pytest.raises(NoDemo, match="LANDSEA_DEMO"):
        create_demo_people(NOW)
    settings.DEMO = True
    with pytest.raises(NoDemo, match="load-reference"):
        create_demo_people(NOW)
    assert not User.objects.exists() and not list(tmp_path.iterdir())


def test_the_cast_plays_at_desks_and_offices_that_exist():
    reference = read_reference(real_settings.REFERENCE)
    assert {*cast.BORDER_DESKS, *cast.OTHER_DESKS} <= set(reference.desks)
    assert {*cast.HEADED_OFFICES, *cast.ASSOCIATIONS, *cast.MISSIONS} <= set(reference.offices)
    assert {office.country for office in reference.offices.values()} <= set(cast.GIVEN_NAMES)
    assert all(reference.offices[code].kind == "chamber" for code in cast.ASSOCIATIONS)
