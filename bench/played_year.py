"""Plays the demonstration's year in a database of its own and prints how long it took and what is in it:
`python -m bench.played_year` (table and seconds; ends with 1 when something in the year contradicts itself).
"""

import os
import sys
import tempfile
import time


def main() -> int:
    """Make the database, play, print; return 1 when something contradicts itself."""
    from landsea_dev.throwaway import start_throwaway_cluster

    os.environ |= {
        "DATABASE_URL": start_throwaway_cluster().url(),
        "LANDSEA_SECRET_KEY": "bench",
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
        "LANDSEA_DEMO": "yes",
        "LANDSEA_VAR": tempfile.mkdtemp(prefix="landsea-year-"),
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from landsea_demo.played_year.contradictions import find_contradictions
    from landsea_demo.played_year.measuring import measure_year, write_table
    from landsea_demo.played_year.play import play_year

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_reference", verbosity=0)
    call_command("demo", verbosity=0)
    now = timezone.now()
    wall, processor = time.monotonic(), time.process_time()
    played = play_year(now)
    wall, processor = time.monotonic() - wall, time.process_time() - processor
    print(write_table(measure_year()))
    print(f"acts {played.done}, refused {len(played.refused)}, {wall:.1f} s, of these {processor:.1f} s in Python")
    wrong = [*played.refused, *find_contradictions(now)]
    print("\n".join(wrong) or "nothing contradicts itself")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
