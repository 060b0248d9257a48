"""What this room keeps about people: accounts and invitations. Closing an account is `landsea.privacy`'s."""

from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows

TABLES = (
    PersonalTable(
        kind="account",
        model="accounts.User",
        name=_("Your account"),
        why=_("so that you can sign in, in your language and on your clock"),
        shown=("name", "email", "language", "time_zone", "created_at", "last_login"),
        by_user=("pk",),
        stays=_("Closing the account empties it; its number stays, so that the record of what was done stays whole."),
    ),
    PersonalTable(
        kind="invitations",
        model="accounts.Invitation",
        name=_("Invitations to sign in"),
        why=_("so that you could set a password"),
        shown=("sent_at", "expires_at", "used_at", "withdrawn_at"),
        by_user=("user",),
        erase=delete_rows,
        since="expires_at",
    ),
    PersonalTable(
        kind="sessions",
        model="usersessions.UserSession",
        name=_("Where you are signed in"),
        why=_("so that you see a browser that is not yours, and can sign it out"),
        shown=("created_at", "last_seen_at", "ip", "user_agent"),
        by_user=("user",),
        erase=delete_rows,
        since="last_seen_at",
    ),
)
