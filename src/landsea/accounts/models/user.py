"""The person who signs in. What someone may do is not here: it follows from appointments in the directory."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext

from landsea.base.plain_reads import read_rows_of

CLOSED = "@closed.invalid"
"""How the address of an account ends that its owner closed and emptied; no mail can go there."""


class UserManager(BaseUserManager):
    """Makes users; an address is kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """Create a user with a usable or (None) unusable password."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get(self, *args, **kwargs) -> "User":
        """Find the user; by the number alone, as each request of somebody who is signed in does, by a plain statement."""
        if args or list(kwargs) != ["pk"] or not isinstance(kwargs["pk"], int):
            return super().get(*args, **kwargs)
        found = read_rows_of(self.model, "id = %s", [kwargs["pk"]])
        if not found:
            raise self.model.DoesNotExist(f"No account {kwargs['pk']}.")
        return found[0]

    def get_by_natural_key(self, email: str) -> "User":
        """Find the user by address, whatever its case."""
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser):
    """A person with an account: officer, association's clerk, coordinator, observer, operator."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=10, default="en", help_text="language of pages and mails")
    time_zone = models.CharField(max_length=60, default="UTC")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False, help_text="invented person under a reserved domain")
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_any_case")]

    def __str__(self) -> str:
        return self.name or (gettext("a closed account") if self.email.endswith(CLOSED) else self.email)
