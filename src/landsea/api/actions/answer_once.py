"""Does what a request asks once, however often it is sent, and gives the same answer again.

1. The row (caller, key, digest of the request) is inserted, in the transaction of the act. A second request with the same
   key waits here for the first.
2. Somebody was first: with the same request, their answer is given again; with another, a refusal.
3. Otherwise the act is done and its answer kept with the row, sealed with the installation's key.
4. An act that is refused leaves nothing, so that the same key may be sent again once the body is mended.
"""

import base64
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from landsea.api.models import KeptAnswer
from landsea.api.problems import Problem

KEPT = timedelta(days=1)
"""No longer than somebody who opened a filer's name may read it again (`cases.access.OPENED_FOR`): answers hold it."""
WAITS = "15s"
LOCK_NOT_HAD = "55P03"


def answer_once(
    caller: str, key: str, request: str, do: Callable[[], tuple[int, Any]], *, now: datetime
) -> tuple[int, Any, bool]:
    """Return (status, data, whether it was answered before). `key` and `request` are digests.

    Raises Problem when the key was used for another request, or the first one is still running after a while; and
    whatever `do` raises.
    """
    with transaction.atomic():
        fresh = _take_turn(KeptAnswer(caller=caller, key=key, request=request, made_at=now))
        if not fresh:
            return (*_answer_again(caller, key, request), True)
        status, data = do()
        sealed = _seal().encrypt(json.dumps(data, ensure_ascii=False).encode())
        KeptAnswer.objects.filter(caller=caller, key=key).update(status=status, answer=sealed)
    return status, data, False


def is_answered(caller: str, key: str) -> bool:
    """Return whether a request with this key was answered already, so that its answer is only given again."""
    return KeptAnswer.objects.filter(caller=caller, key=key).exists()


def forget_old_answers(now: datetime) -> int:
    """Delete what is kept for longer than a day, and return how many."""
    return KeptAnswer.objects.filter(made_at__lt=now - KEPT).delete()[0]


def _take_turn(row: KeptAnswer) -> bool:
    """Insert the row; whether it was not there. It waits while somebody else's is not decided."""
    sql = """
        INSERT INTO api_keptanswer (caller, key, request, status, answer, made_at) VALUES (%s, %s, %s, 0, '', %s)
        ON CONFLICT (caller, key) DO NOTHING RETURNING id
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{WAITS}'")
        try:
            cursor.execute(sql, [row.caller, row.key, row.request, row.made_at])
        except OperationalError as problem:
            if getattr(problem.__cause__, "sqlstate", "") != LOCK_NOT_HAD:
                raise
            raise Problem(
                "still-running", gettext("The first request with this key is still running. Ask again in a minute.")
            ) from problem
        found = cursor.fetchone() is not None
        cursor.execute("SET LOCAL lock_timeout = DEFAULT")
    return found


def _answer_again(caller: str, key: str, request: str) -> tuple[int, Any]:
    kept = KeptAnswer.objects.get(caller=caller, key=key)
    if kept.request != request:
        raise Problem("key-used", gettext("This key was sent with another request. Make a new key for a new request."))
    return kept.status, json.loads(_seal().decrypt(bytes(kept.answer)))


def _seal() -> Fernet:
    raw = salted_hmac("landsea.api.answers", "seal", secret=settings.SECRET_KEY, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(raw))
