"""The names of the board's lists, and what is said where one is empty."""

from django.utils.translation import gettext


def describe_concerns() -> dict[str, tuple[str, str]]:
    """Return by code what a list of cases is called, and what stands in its place while it is empty."""
    return {
        "with_us": (gettext("Accountable to nobody else"), gettext("Nothing waits at your own desk.")),
        "late": (gettext("Late"), gettext("No deadline has passed in silence.")),
        "for_dialogue": (gettext("For the next dialogue"), gettext("No case waits for a dialogue.")),
        "late_soon": (gettext("Late within 24 hours"), gettext("Nothing falls due within a day.")),
        "handed_twice": (gettext("Handed over twice"), gettext("No case is being passed around.")),
    }
