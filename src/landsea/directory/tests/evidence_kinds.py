"""What is known of a contact, for the tests about evidence."""

from landsea.directory.models import Contact, Evidence


def kinds(contact: Contact) -> list[str]:
    """Return the kinds of all evidence about a contact, in the order it came."""
    return list(Evidence.objects.filter(contact=contact).order_by("pk").values_list("kind", flat=True))
