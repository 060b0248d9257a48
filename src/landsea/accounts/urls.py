"""Addresses for signing in, passwords and second factors: allauth's views, as many as are used, and one of ours.

Nobody signs up; the address exists because allauth points to it, and says so. Which of these is open to anyone stands
in `doors.PUBLIC_ROUTES`.
"""

from allauth.account import views as account
from django.urls import include, path, re_path

from landsea.accounts.views.after import lead_to_own_page
from landsea.accounts.views.invitation import open_invitation

urlpatterns = [
    path("after/", lead_to_own_page, name="after_sign_in"),
    path("invitation/<str:secret>/", open_invitation, name="invitation"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("signup/", account.signup, name="account_signup"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]
