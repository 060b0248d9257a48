"""Starting Django and the database for the commands that look at this installation's tables; all others do without."""

import os


def start_installation() -> str:
    """Make Django and the embedded database ready where they are not; return what hinders, or nothing.

    With DATABASE_URL the tables are those of that database.
    """
    import django
    from django.apps import apps

    if apps.ready:
        return ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    django.setup()
    if os.environ.get("DATABASE_URL"):
        return ""
    from landsea_dev import RuntimeProblem, postgres

    try:
        postgres.ensure_running()
    except RuntimeProblem as problem:
        return str(problem)
    return ""
