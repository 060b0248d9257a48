"""Settings of what goes out and comes in: mails, SMS, calls and messengers. `base` takes them all in."""

from landsea.settings.environment import address, choice, flag, number, text

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
DEFAULT_FROM_EMAIL = text("LANDSEA_MAIL_FROM", "Landsea <desk@landsea.example>")
CALL_LINK = address("LANDSEA_CALL_LINK")
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

# Translations by a program (docs/operators/translating.md): off until an operator sets one.
TRANSLATOR = choice("LANDSEA_TRANSLATOR", {"none": "", "libretranslate": "libretranslate", "openai": "openai"}, "none")
TRANSLATOR_URL = text("LANDSEA_TRANSLATOR_URL", "")
TRANSLATOR_KEY = text("LANDSEA_TRANSLATOR_KEY", "")
TRANSLATOR_MODEL = text("LANDSEA_TRANSLATOR_MODEL", "")
TRANSLATOR_SECONDS = number("LANDSEA_TRANSLATOR_SECONDS", 20)
