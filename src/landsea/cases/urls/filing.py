"""Addresses of filers: the form, the check before sending, the mailbox behind the secret link."""

urlpatterns = []
