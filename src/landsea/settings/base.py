"""Settings of an installation. Each value that an operator may set comes from an environment variable
named LANDSEA_*; docs/operators/settings.md explains every one, and a test keeps that page complete. Those of mails and
short messages are in `messages`.
"""

from importlib.util import find_spec
from pathlib import Path

from landsea.settings.about import *  # noqa: F403
from landsea.settings.environment import (
    address,
    choice,
    database,
    day,
    edges,
    flag,
    networks,
    number,
    own_port,
    periods,
    secret_key,
    stores,
    text,
)
from landsea.settings.messages import *  # noqa: F403

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(text("LANDSEA_VAR", str(ROOT / "var")))
REFERENCE = Path(text("LANDSEA_REFERENCE", str(ROOT / "data" / "reference")))

DEMO = flag("LANDSEA_DEMO", False)
DEMO_YEAR = flag("LANDSEA_DEMO_YEAR", False)
DEBUG = flag("LANDSEA_DEBUG", False)
SECRET_KEY = secret_key("LANDSEA_SECRET_KEY", VAR / "secret-key")
BASE_MAP = text("LANDSEA_BASE_MAP", "")
BASE_MAP_EDGES = edges("LANDSEA_BASE_MAP_EDGES")
BASE_MAP_REVIEW = text("LANDSEA_BASE_MAP_REVIEW", "")
PUBLIC_ADDRESS = text("LANDSEA_PUBLIC_ADDRESS", f"http://127.0.0.1:{own_port(VAR / 'port')}").rstrip("/")
ALLOWED_HOSTS = text("LANDSEA_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
TRUSTED_PROXIES = networks("LANDSEA_TRUSTED_PROXIES")
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS] if PUBLIC_ADDRESS.startswith("https://") else []

INSTALLED_APPS = [
    "landsea.base.jobs",
    "landsea.base.limits",
    "landsea.base.outgoing",
    "landsea.base.corrections",
    "landsea.base.translation",
    "landsea.base.ui",
    "landsea.base.offline",
    "landsea.home",
    "landsea.accounts",
    "landsea.directory",
    "landsea.base.audit",
    "landsea.base.outbox",
    "landsea.base.files",
    "landsea.base.messengers",
    "landsea.cases",
    "landsea.waking",
    "landsea.talks",
    "landsea.phrases",
    "landsea.translating",
    "landsea.conversations",
    "landsea.likeness",
    "landsea.search",
    "landsea.figures",
    "landsea.experiences",
    "landsea.barriers",
    "landsea.dialogues",
    "landsea.exchange",
    "landsea.calendars",
    "landsea.phonebook",
    "landsea.rules",
    "landsea.associations",
    "landsea.consequences",
    "landsea.teaching",
    "landsea.mailroom",
    "landsea.board",
    "landsea.heads",
    "landsea.observing",
    "landsea.api",
    "landsea.corridor",
    "landsea.privacy",
    "landsea.upkeep",
    "landsea.crawlers",
    "landsea.webhooks",
    "landsea.widgets",
    "django.contrib.postgres",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    *(["landsea_demo"] if DEMO else []),
]

METRICS_TOKEN = text("LANDSEA_METRICS_TOKEN", "")
MIDDLEWARE = [
    *(["landsea.upkeep.metrics.AnswersCounted"] if METRICS_TOKEN else []),
    "landsea.base.proxies.BehindProxies",
    *(["landsea.base.reading_lines.OldPagesMarked"] if text("LANDSEA_READ_DATABASE_URL", "") else []),
    "landsea.base.ui.middleware.SecurityHeaders",
    "landsea.base.ui.hosts.KnownHostsOnly",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "landsea.base.ui.compression.PagesCompressed",
    "landsea.base.session_cookies.KeptSessionMiddleware",
    "landsea.base.ui.middleware.ReaderLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "landsea.directory.middleware.WhoIsAsking",
    "landsea.base.ui.middleware.FormsOnly",
    "landsea.base.ui.middleware.WithoutNul",
    "landsea.base.ui.middleware.DatabaseAway",
]

ROOT_URLCONF = "landsea.urls_with_demo" if DEMO else "landsea.urls"
WSGI_APPLICATION = "landsea.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "landsea.base.ui.context.page_facts",
            ],
        },
    }
]

DATABASES = {"default": database("DATABASE_URL")}
if text("LANDSEA_READ_DATABASE_URL", ""):
    DATABASES["reading"] = database("LANDSEA_READ_DATABASE_URL")
    DATABASE_ROUTERS = ["landsea.base.reading_lines.ReadsFromReplica"]
DATABASE_CONNECTIONS = number("LANDSEA_DATABASE_CONNECTIONS", 10)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# One cache for all processes and machines: allauth's limits and used codes stand there. Our own limits are `base.limits`, whose
# hourly task also takes away what has ended here. At more rows than these the cache forgets what lives; no flood gets there.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "landsea_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "landsea.accounts.password_checks.NotCommon"},
    {"NAME": "landsea.accounts.password_checks.NotRepeated"},
    {"NAME": "landsea.accounts.password_checks.NotAboutOneself"},
]
ACCOUNT_ADAPTER = "landsea.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip"}  # tries at a password: `accounts.guessing`
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_ISSUER = "Landsea"
MFA_TOTP_TOLERANCE = 1
ACCOUNT_FORMS = {"reset_password": "landsea.accounts.reset_form.ResetForm"}
MFA_ADAPTER = "landsea.accounts.adapter.FactorAdapter"
MFA_FORMS = {
    "activate_totp": "landsea.accounts.code_forms.SetUpForm",
    "authenticate": "landsea.accounts.code_forms.CodeForm",
    "reauthenticate": "landsea.accounts.code_forms.CodeAgainForm",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "after_sign_in"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"

# Only behind a proxy of ours is its word taken for the scheme (`base.proxies` drops it from anybody else).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
# Health pages are asked by machines beside us, without TLS. Without a proxy of ours nobody tells the scheme: no redirect.
SECURE_SSL_REDIRECT = bool(TRUSTED_PROXIES) and PUBLIC_ADDRESS.startswith("https://")
SECURE_REDIRECT_EXEMPT = [r"^health(z$|/)", r"^metrics$"]
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # X-Frame-Options is written by our own SecurityHeaders, beside frame-ancestors
    "security.W005",  # what the other names below our domain do is not ours to decide
    "security.W021",  # nor whether browsers know the domain by heart
]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PUBLIC_ADDRESS.startswith("https://") else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURITY_CONTACT = address("LANDSEA_SECURITY_CONTACT", ("mailto:", "https://", "tel:"))
SECURITY_EXPIRES = day("LANDSEA_SECURITY_EXPIRES")
SESSION_ENGINE, SESSION_COOKIE_SAMESITE = "landsea.accounts.sessions", "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_ADDRESS.startswith("https://")
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "landsea.base.ui.unread_notices.NewestNotices"
CSRF_FAILURE_VIEW = "landsea.base.ui.views.show_form_too_old"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("zh-hans", "中文"),
    ("vi", "Tiếng Việt"),
    ("lo", "ລາວ"),
    ("th", "ไทย"),
    ("km", "ខ្មែរ"),
    ("my", "မြန်မာ"),
    ("id", "Bahasa Indonesia"),
    ("ms", "Bahasa Melayu"),
    ("fil", "Filipino"),
]
if find_spec("opencc"):  # what makes it of zh-hans; the lock has it for all platforms that it is built for
    LANGUAGES.insert(2, ("zh-hant", "繁體中文"))
SOURCES = ROOT / "src"
LOCALE_PATHS = sorted(SOURCES.glob("**/locale"))  # ours before those of Django and of other packages
LANGUAGE_COOKIE_NAME = "language"
FORMAT_MODULE_PATH = "landsea.base.ui.formats"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False
FILES_ROOT = VAR / "files"
BACKUPS = Path(text("LANDSEA_BACKUPS", str(VAR / "backups")))
BACKUP_KEYS = text("LANDSEA_BACKUP_KEYS", "")
FILES_BUCKET = choice(
    "LANDSEA_FILES",
    {
        "folder": {},
        "s3": {
            "bucket_name": text("LANDSEA_S3_BUCKET", ""),
            "endpoint_url": text("LANDSEA_S3_ENDPOINT", ""),
            "region_name": text("LANDSEA_S3_REGION", ""),
            "access_key": text("LANDSEA_S3_ACCESS_KEY", ""),
            "secret_key": text("LANDSEA_S3_SECRET_KEY", ""),
            "location": text("LANDSEA_S3_PREFIX", ""),
        },
    },
    "folder",
)
FILE_STORES = stores("LANDSEA_FILE_STORES", var=VAR, own=FILES_BUCKET or {"folder": str(FILES_ROOT.resolve())})
RETENTION_FILE = periods("LANDSEA_RETENTION", REFERENCE / "privacy" / "periods.jsonl")
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_LIMIT_BYTES = number("LANDSEA_FILE_LIMIT_MB", 10) * 1024 * 1024
FILES_PER_MESSAGE = 10
FILINGS_PER_HOUR = number("LANDSEA_FILINGS_PER_HOUR", 60)
TEXTS_READ_A_MINUTE = number("LANDSEA_TEXTS_READ_A_MINUTE", 150)
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 20

MAIL_FOLDER = VAR / "mails"
HOOKS_MAY_BE_PRIVATE = flag("LANDSEA_HOOKS_MAY_BE_PRIVATE", False)

LOG_LEVEL = text("LANDSEA_LOG_LEVEL", "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secrets": {"()": "landsea.base.ui.logs.HideSecretLinks"}},
    "formatters": {"lines": {"()": "landsea.base.ui.logs.LogLine"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "lines", "filters": ["secrets"]}},
    "root": {"handlers": ["out"], "level": LOG_LEVEL},
    # aiosmtpd ("mail.log") would write reply addresses, which are secrets.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
        "mail.log": {"level": "ERROR"},
    },
}
