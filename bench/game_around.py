"""What is told of each trouble of a game day: what visitors, machines that watch and operators see, and when it healed."""

import time

from bench.drill_count import count_open
from bench.drill_processes import wait_until
from bench.game_site import Site, activity_of, cookies_of, look, operator_page, try_to_file, wait_until_filed


def tell(scene: str, what: str, came: object) -> None:
    """Print one line."""
    print(f"{scene} | {what} | {came}", flush=True)


class Day:
    """The installation, an operator's cookies, and how long its troubles last."""

    def __init__(self, site: Site, seconds: float, mails: int):
        self.site, self.seconds, self.mails = site, seconds, mails
        self.operator = cookies_of("operator")

    def look_around(self, scene: str, when: str) -> None:
        """Tell what a visitor, the filing form, machines that watch and the operator's page say."""
        port = self.site.port
        tell(scene, f"{when}: first page", look(port, "/"))
        tell(scene, f"{when}: filing", try_to_file(port))
        tell(scene, f"{when}: /health/ready", look(port, "/health/ready"))
        said = activity_of(port)
        kept = (
            "status",
            "no answer",
            "last_worker",
            "oldest_job_waits_seconds",
            "oldest_mail_waits_seconds",
            "jobs_waiting",
        )
        tell(scene, f"{when}: /health/activity", {name: said[name] for name in kept if name in said})
        tell(scene, f"{when}: operator's page", self.read_page())

    def read_page(self) -> str:
        """Return what the operators' page says needs a look; the status and heading where it cannot be opened."""
        try:
            page = operator_page(self.site.port, self.operator)
        except (AssertionError, OSError):
            return look(self.site.port, "/operator/deliveries/", self.operator)
        _, found, after = page.partition("This needs a look")
        return after.partition("What each means")[0].strip() if found else "nothing needs a look"

    def heal(self, scene: str, seconds: float = 180) -> None:
        """Tell how long it takes until a case can be filed, and until its mail is out."""
        from django.db import connections

        connections.close_all()
        began = time.monotonic()
        filed = wait_until_filed(self.site.port, seconds)
        tell(scene, "healed: filing", f"after {time.monotonic() - began:.0f} s" if filed else f"NOT within {seconds} s")
        self.site.wait()
        quiet = wait_until(lambda: not any(count_open().values()), 420)
        tell(scene, "healed: nothing open", f"after {time.monotonic() - began:.0f} s" if quiet else count_open())
