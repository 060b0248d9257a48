"""Settings of the test run: quick hashing, mails kept in memory, nothing outside the temporary folder."""

import atexit
import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

from landsea.settings.base import *  # noqa: F403
from landsea.settings.environment import database
from landsea_dev.prepared import compute_digest
from landsea_dev.throwaway import start_throwaway_cluster

if "landsea_demo" not in INSTALLED_APPS:  # noqa: F405
    INSTALLED_APPS.append("landsea_demo")  # noqa: F405

# A server of its own, so that tests never touch an installation's data; in the environment for the processes they start.
if not os.environ.get("DATABASE_URL"):
    PREPARED_DATABASE = compute_digest(INSTALLED_APPS)  # noqa: F405
    os.environ["DATABASE_URL"] = start_throwaway_cluster(PREPARED_DATABASE).url()
DATABASES = {"default": database("DATABASE_URL")}

SECRET_KEY = "only for tests"
PUBLIC_ADDRESS = "http://127.0.0.1:8000"
SECURITY_CONTACT, SECURITY_EXPIRES = "mailto:safety@demo.example.org", date(2999, 1, 1)
VAR = Path(tempfile.mkdtemp(prefix="landsea-test-"))
atexit.register(shutil.rmtree, VAR, ignore_errors=True)
FILES_ROOT = VAR / "files"
BACKUPS = VAR / "backups"
MAIL_FOLDER = VAR / "mails"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
