"""What the log says and what it never says: one JSON object a line, and no secret link in any of it."""

import logging
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

from landsea.base.ui.secret_addresses import SECRET_LINK

_SECRET_ANYWHERE = re.compile(r"(?<![\w-])(?:lsk_)?[\w-]{43}(?![\w-])", re.ASCII)
"""What has the shape of our secrets (32 bytes as base64url; those of programs begin with lsk_), wherever it stands: in an
address that somebody mistyped, in a query, in the middle of a traceback.
"""


def hide_secrets(text: str) -> str:
    """Return the text with the secret of each link (mailbox, confirmation, new password) replaced by three stars."""
    return _SECRET_ANYWHERE.sub("***", SECRET_LINK.sub(r"\1***", text))


class HideSecretLinks(logging.Filter):
    """Takes the secrets out of a record before any handler writes it: out of its words and out of its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; let every one through."""
        record.msg, record.args = hide_secrets(record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = hide_secrets(logging.Formatter().formatException(record.exc_info))
        return True


def _traceback_without_secrets(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    exc_info = event.pop("exc_info", None)
    if exc_info:
        event["exception"] = hide_secrets(logging.Formatter().formatException(exc_info))
    return event


class LogLine(structlog.stdlib.ProcessorFormatter):
    """Formats a record as one line of JSON: event, level, logger, time in UTC, and the traceback where there is one."""

    def __init__(self) -> None:
        super().__init__(
            processors=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
                _traceback_without_secrets,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ]
        )
