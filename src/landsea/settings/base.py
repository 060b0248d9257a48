"""Settings of an installation. Each value that an operator may set comes from an environment variable
named LANDSEA_*; docs/operators/settings.md explains every one, and a test keeps that page complete.
"""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from landsea.settings.environment import choice, database, flag, networks, number, secret_key, text

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(text("LANDSEA_VAR", str(ROOT / "var")))
REFERENCE = Path(text("LANDSEA_REFERENCE", str(ROOT / "data" / "reference")))

DEMO = flag("LANDSEA_DEMO", False)
DEMO_YEAR = flag("LANDSEA_DEMO_YEAR", False)
DEBUG = flag("LANDSEA_DEBUG", False)
SECRET_KEY = secret_key("LANDSEA_SECRET_KEY", VAR / "secret-key")
PUBLIC_ADDRESS = text("LANDSEA_PUBLIC_ADDRESS", f"http://127.0.0.1:{text('PORT', '8000')}").rstrip("/")
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
    "landsea.home",
    "landsea.accounts",
    "landsea.directory",
    "landsea.base.audit",
    "landsea.base.outbox",
    "landsea.base.files",
    "landsea.base.messengers",
    "landsea.cases",
    "landsea.waking",
    "landsea.conversations",
    "landsea.likeness",
    "landsea.search",
    "landsea.figures",
    "landsea.experiences",
    "landsea.barriers",
    "landsea.dialogues",
    "landsea.exchange",
    "landsea.calendars",
    "landsea.rules",
    "landsea.associations",
    "landsea.consequences",
    "landsea.teaching",
    "landsea.mailroom",
    "landsea.board",
    "landsea.observing",
    "landsea.corridor",
    "landsea.upkeep",
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
    "procrastinate.contrib.django",
    *(["landsea_demo"] if DEMO else []),
]

METRICS_TOKEN = text("LANDSEA_METRICS_TOKEN", "")
MIDDLEWARE = [
    *(["landsea.upkeep.metrics.AnswersCounted"] if METRICS_TOKEN else []),
    "landsea.base.proxies.BehindProxies",
    *(["landsea.base.reading_lines.OldPagesMarked"] if text("LANDSEA_READ_DATABASE_URL", "") else []),
    "landsea.base.ui.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "landsea.base.ui.middleware.ReaderLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "landsea.directory.middleware.WhoIsAsking",
    "landsea.base.ui.middleware.FormsOnly",
    "landsea.base.ui.middleware.AddressInText",
    "landsea.base.ui.middleware.DatabaseAway",
]

ROOT_URLCONF = "landsea.urls"
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
if text(
    "LANDSEA_DIRECT_DATABASE_URL", ""
):  # then DATABASE_URL leads web servers through PgBouncer, transaction by transaction
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
if text("LANDSEA_READ_DATABASE_URL", ""):
    DATABASES["reading"] = database("LANDSEA_READ_DATABASE_URL")
    DATABASE_ROUTERS = ["landsea.base.reading_lines.ReadsFromReplica"]
DATABASE_CONNECTIONS = number("LANDSEA_DATABASE_CONNECTIONS", 10)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# One cache for all processes and machines: what allauth counts of failed sign-ins stands there. Ours are `base.limits`.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "landsea_cache"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "landsea.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_ISSUER = "Landsea"
MFA_TOTP_TOLERANCE = 1
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
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_ADDRESS.startswith("https://")
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "landsea.base.ui.views.form_too_old"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "中文"), ("vi", "Tiếng Việt"), ("lo", "ລາວ")]
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
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_LIMIT_BYTES = number("LANDSEA_FILE_LIMIT_MB", 10) * 1024 * 1024
FILES_PER_MESSAGE = 10
FILINGS_PER_HOUR = number("LANDSEA_FILINGS_PER_HOUR", 60)
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 20

EMAIL_BACKEND = choice(
    "LANDSEA_MAIL",
    {"smtp": "django.core.mail.backends.smtp.EmailBackend", "file": "landsea.base.outbox.mailfile.MailFileBackend"},
    "file",
)
EMAIL_HOST = text("LANDSEA_SMTP_HOST", "localhost")
EMAIL_PORT = number("LANDSEA_SMTP_PORT", 25)
EMAIL_HOST_USER = text("LANDSEA_SMTP_USER", "")
EMAIL_HOST_PASSWORD = text("LANDSEA_SMTP_PASSWORD", "")
EMAIL_USE_TLS = flag("LANDSEA_SMTP_TLS", False)
EMAIL_TIMEOUT = 20
MAIL_FOLDER = VAR / "mails"

# Short messages (docs/operators/messengers.md): nothing is sent until a way has its settings.
SMS = choice("LANDSEA_SMS", {"none": "", "http": "http", "smpp": "smpp"}, "none")
SMS_SENDER = text("LANDSEA_SMS_SENDER", "Landsea")
SMS_URL = text("LANDSEA_SMS_URL", "")
SMS_TOKEN = text("LANDSEA_SMS_TOKEN", "")
SMS_HEADER = text("LANDSEA_SMS_HEADER", "Authorization: Bearer {token}")
SMS_BODY = text("LANDSEA_SMS_BODY", '{"to": "{to}", "from": "{sender}", "text": "{text}", "callback": "{report}"}')
SMS_ID = text("LANDSEA_SMS_ID", "id")
SMS_FIELDS = text("LANDSEA_SMS_FIELDS", "id=id,status=status,from=from,text=text")
SMPP_HOST = text("LANDSEA_SMPP_HOST", "")
SMPP_PORT = number("LANDSEA_SMPP_PORT", 2775)
SMPP_SYSTEM_ID = text("LANDSEA_SMPP_SYSTEM_ID", "")
SMPP_PASSWORD = text("LANDSEA_SMPP_PASSWORD", "")
SMPP_TLS = flag("LANDSEA_SMPP_TLS", False)
CALL_URL = text("LANDSEA_CALL_URL", "")
CALL_SECRET = text("LANDSEA_CALL_SECRET", "")
TELEGRAM_TOKEN = text("LANDSEA_TELEGRAM_TOKEN", "")
TELEGRAM_BOT = text("LANDSEA_TELEGRAM_BOT", "")
TELEGRAM_API = text("LANDSEA_TELEGRAM_API", "https://api.telegram.org").rstrip("/")
WECOM_CORP = text("LANDSEA_WECOM_CORP", "")
WECOM_AGENT = number("LANDSEA_WECOM_AGENT", 0)
WECOM_SECRET = text("LANDSEA_WECOM_SECRET", "")
WECOM_TOKEN = text("LANDSEA_WECOM_TOKEN", "")
WECOM_AES_KEY = text("LANDSEA_WECOM_AES_KEY", "")
WECOM_API = text("LANDSEA_WECOM_API", "https://qyapi.weixin.qq.com").rstrip("/")
GATEWAYS_MAY_BE_PRIVATE = flag("LANDSEA_GATEWAYS_MAY_BE_PRIVATE", False)
SMS_COST = number("LANDSEA_SMS_COST", 1)
CALL_COST = number("LANDSEA_CALL_COST", 5)
MESSAGE_BUDGET_A_DAY = number("LANDSEA_MESSAGE_BUDGET_A_DAY", 500)
WAKE_WAYS = tuple(text("LANDSEA_WAKE_WAYS", "telegram,wecom,sms,call").replace(" ", "").split(","))
WAKE_MINUTES = number("LANDSEA_WAKE_MINUTES", 5)

HOOKS_MAY_BE_PRIVATE = flag("LANDSEA_HOOKS_MAY_BE_PRIVATE", False)
DEFAULT_FROM_EMAIL = text("LANDSEA_MAIL_FROM", "Landsea <desk@landsea.example>")
MAIL_DOMAIN = DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
# Mail in: off without a domain of its own, to which reply addresses and return paths belong.
INBOUND_DOMAIN = text("LANDSEA_INBOUND_DOMAIN", "").strip().lower()
INBOUND_SERVERS = frozenset(name.strip().lower() for name in text("LANDSEA_INBOUND_SERVERS", "").split(",") if name)
MAILS_PER_HOUR = number("LANDSEA_MAILS_PER_HOUR", 60)
IMAP_HOST = text("LANDSEA_IMAP_HOST", "")
IMAP_PORT = number("LANDSEA_IMAP_PORT", 993)
IMAP_USER = text("LANDSEA_IMAP_USER", "")
IMAP_PASSWORD = text("LANDSEA_IMAP_PASSWORD", "")
IMAP_TLS = flag("LANDSEA_IMAP_TLS", True)
IMAP_FOLDER = text("LANDSEA_IMAP_FOLDER", "INBOX")
IMAP_TAKEN_FOLDER = text("LANDSEA_IMAP_TAKEN_FOLDER", "Landsea")

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

SITE_TITLE = _("Landsea")
