"""What the processes of one start hold in common, loaded once before they are forked: code, lexicons, models, the network.

A forked process shares the memory of the one it came from until either writes into it, so three processes cost little more
than one, and one that is started again has nothing to load. What is read of the database is kept with its mark
(`landsea.base.kept`), so each process sees by itself what changed since.

Nothing here may leave a thread or a line to the database behind: neither goes on in a forked process.
"""

import ctypes
import logging
from contextlib import suppress

from landsea.base.collector import collect_rarely, pass_over_what_stays, pause_collector

M_ARENA_MAX = -8  # malloc.h of glibc
ARENAS = 2
"""Heaps of glibc's allocator in a process; its own measure, eight a core, leaves the memory of sixteen threads in pieces."""
logger = logging.getLogger(__name__)


def load_pages() -> None:
    """Load the code of all pages and jobs: with it pages can be served, though what reads texts would still be loaded then."""
    collect_rarely()
    _keep_heaps_few()
    with pause_collector():
        _load_pages()


def load_readers() -> None:
    """Load what else needs no database: what texts are read with, the compiled search, the holidays."""
    with pause_collector():
        _load_readers()
        _load_calendars()


def load_rows() -> None:
    """Load what is there once all is prepared: the pages' texts in their languages, and of the database names, the indexes of
    the search, the network. What cannot be loaded, where the database is away or something in it is wrong, each process loads
    when it is first needed: one index that cannot be made must not keep all pages from being served.
    """
    from django.conf import settings
    from django.db import DatabaseError, InterfaceError, connections
    from django.utils.translation.trans_real import translation

    from landsea.corridor.kept_network import find_network
    from landsea.search.public_things import make_indexes

    try:
        read_names_of_files()
        with pause_collector():
            for code, _name in settings.LANGUAGES:
                translation(code)
            make_indexes()
            find_network()
    except (DatabaseError, InterfaceError) as fault:
        logger.warning("The processes load by themselves what is read of the database: %s", fault)
    except Exception:
        logger.exception("What is read of the database cannot be loaded; pages that need it will fail.")
    finally:
        connections.close_all()
    pass_over_what_stays()


def read_names_of_files() -> None:
    """Read again how styles and scripts are called: loading the code did so while the new ones were still gathered, and pages
    would name the old ones until the next start. Where none are gathered, those known before stay.
    """
    from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage

    if isinstance(staticfiles_storage, ManifestFilesMixin):
        names, digest = staticfiles_storage.load_manifest()
        if names:
            staticfiles_storage.hashed_files, staticfiles_storage.manifest_hash = names, digest


def _load_pages() -> None:
    from django.core.wsgi import get_wsgi_application
    from django.template import engines
    from django.urls import get_resolver
    from procrastinate.contrib.django import app

    app.perform_import_paths()
    assert get_resolver().url_patterns
    assert engines.all()
    get_wsgi_application()


def _load_readers() -> None:
    from landsea.likeness.vector_reader import find_likeness_reader
    from landsea_core.text.default_reader import get_embedder, prepare_reader
    from landsea_core.text.lexicon.added_words import NOTHING_ADDED
    from landsea_search import is_compiled, load_compiled

    get_embedder()
    prepare_reader(NOTHING_ADDED)
    find_likeness_reader()
    if is_compiled():  # else it is compiled beside the first questions
        load_compiled()


def _load_calendars() -> None:
    """Load the holidays of all countries: the package has a module for each, and deadlines and plans ask for most."""
    from django.utils import timezone

    from landsea_core.clock.countries import COUNTRIES
    from landsea_core.clock.public_holidays import list_public_holidays

    for country in COUNTRIES:
        list_public_holidays(country, "", timezone.now().year)


def _keep_heaps_few() -> None:
    with suppress(AttributeError):  # another C library has no such measure
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS)
