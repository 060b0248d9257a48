"""The accounts of demo people, with their passwords and second factors."""

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.contrib.auth.hashers import check_password, make_password

from landsea.accounts.models import User
from landsea.directory.models import (
    Appointment,
    Desk,
    Office,
    Role,
)
from landsea.directory.models.names import name_in
from landsea_demo import cast
from landsea_demo.signins import SignIn

IN_OFFICE_SINCE = timedelta(days=400)


class DemoAccounts:
    """Makes accounts with one password and a known second factor each, and keeps how they sign in."""

    def __init__(self, password: str, now: datetime):
        self.password = password
        self.now = now
        self.signins: list[SignIn] = []
        self._encoded = make_password(password)
        self._users = {user.email: user for user in User.objects.filter(is_demo=True)}
        self._secrets = {
            factor.user_id: decrypt(factor.data["secret"])
            for factor in Authenticator.objects.filter(user__is_demo=True, type=Authenticator.Type.TOTP)
        }
        some = next(iter(self._users.values()), None)
        self._renew = some is not None and not check_password(password, some.password)

    def add(self, person: cast.Person, country: str, zone: str, role: Role, **unit: Desk | Office) -> User:
        """Return the person's account, made when missing, with a current appointment in this role."""
        user = self._users.get(person.email)
        if user is None:
            user = User(email=person.email, name=person.name, time_zone=zone, is_demo=True, password=self._encoded)
            user.language = cast.LANGUAGE_OF_PAGES.get(country, "en")
            user.save()
            self._users[user.email] = user
        elif self._renew:
            User.objects.filter(pk=user.pk).update(password=self._encoded)
        if user.pk not in self._secrets:
            self._secrets[user.pk] = generate_totp_secret()
            TOTP.activate(user, self._secrets[user.pk])
        Appointment.objects.get_or_create(
            user=user, role=role, **unit, defaults={"starts_at": self.now - IN_OFFICE_SINCE}
        )
        where = next(iter(unit.values()), None)
        self.signins.append(
            SignIn(
                user.email,
                self.password,
                self._secrets[user.pk],
                user.name,
                role.value,
                name_in(where.names, "en") if where else "",
            )
        )
        return user
