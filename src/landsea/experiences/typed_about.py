"""From what an editor chose in a form to what an experience is about."""

from landsea.directory import access as directory_access
from landsea.experiences.actions.begin import About


def read_about(typed: dict) -> About:
    """Return what was chosen; the topic follows from the matter."""
    matter = directory_access.find_matter(typed["matter"]) if typed["matter"] else None
    topic = matter.topic_id if matter else ""
    return About(topic=topic, **{name: typed[name] for name in ("matter", "country", "hs", "measures")})
