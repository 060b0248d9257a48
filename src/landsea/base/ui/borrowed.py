"""Sentences of Django's and allauth's that pages show, named here so that they are translated into every language.

Neither package has a Lao catalogue, and allauth's Vietnamese one lacks most of them; what stands in ours counts before
theirs. Nothing uses these tuples: they are collected for translation.
"""

from django.utils.translation import gettext_lazy, ngettext_lazy

SIGNING_IN = (
    gettext_lazy("Forgot your password?"),
    gettext_lazy("Email"),
    gettext_lazy("Email address"),
    gettext_lazy("This account is currently inactive."),
    gettext_lazy("The email address and/or password you specified are not correct."),
    gettext_lazy("Please type your current password."),
    gettext_lazy("Incorrect code."),
    gettext_lazy("Incorrect password."),
    gettext_lazy("Invalid or expired key."),
    gettext_lazy("Invalid login."),
    gettext_lazy("The password reset token was invalid."),
    gettext_lazy("Too many failed login attempts. Try again later."),
    gettext_lazy("The email address is not assigned to any user account."),
    gettext_lazy("The new value must be different from the current one."),
    gettext_lazy("Be patient, you are sending too many requests."),
    gettext_lazy("Use your password"),
    gettext_lazy("Use authenticator app or code"),
    gettext_lazy("Use a security key"),
    gettext_lazy("You must type the same password each time."),
    gettext_lazy("Remember Me"),
    gettext_lazy("Current Password"),
    gettext_lazy("New Password"),
    gettext_lazy("New Password (again)"),
    gettext_lazy("Password (again)"),
    gettext_lazy("Code"),
    gettext_lazy("Authenticator code"),
    gettext_lazy("Passwordless"),
    gettext_lazy(
        "Enabling passwordless operation allows you to sign in using just this key, but imposes "
        "additional requirements such as biometrics or PIN protection."
    ),
    gettext_lazy("You cannot deactivate two-factor authentication."),
    gettext_lazy("Signed out of all other sessions."),
    gettext_lazy("You cannot generate recovery codes without having two-factor authentication enabled."),
    gettext_lazy("You cannot activate two-factor authentication until you have verified your email address."),
    gettext_lazy("Successfully signed in as %(name)s."),
    gettext_lazy("You have signed out."),
    gettext_lazy("Password successfully changed."),
    gettext_lazy("Password successfully set."),
    gettext_lazy("A new set of recovery codes has been generated."),
    gettext_lazy("Authenticator app activated."),
    gettext_lazy("Authenticator app deactivated."),
    gettext_lazy("Security key added."),
    gettext_lazy("Security key removed."),
)
FORMS = (
    gettext_lazy("This field is required."),
    gettext_lazy("Enter a valid value."),
    gettext_lazy("Enter a valid URL."),
    gettext_lazy("Enter a valid email address."),
    gettext_lazy("Enter a whole number."),
    gettext_lazy("Enter a number."),
    gettext_lazy("Enter a valid date."),
    gettext_lazy("Enter a valid time."),
    gettext_lazy("Enter a valid date/time."),
    gettext_lazy("Select a valid choice. %(value)s is not one of the available choices."),
    gettext_lazy("Select a valid choice. That choice is not one of the available choices."),
    gettext_lazy("Enter a list of values."),
    gettext_lazy("No file was submitted. Check the encoding type on the form."),
    gettext_lazy("No file was submitted."),
    gettext_lazy("The submitted file is empty."),
    gettext_lazy("Ensure this value is less than or equal to %(limit_value)s."),
    gettext_lazy("Ensure this value is greater than or equal to %(limit_value)s."),
    gettext_lazy("Null characters are not allowed."),
    gettext_lazy("This password is too common."),
    gettext_lazy("This password is entirely numeric."),
    gettext_lazy("The password is too similar to the %(verbose_name)s."),
    gettext_lazy("Your password can’t be too similar to your other personal information."),
)
COUNTED = (
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
    ngettext_lazy(
        "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
    ),
)
