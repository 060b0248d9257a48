"""A telephone call, by a webhook: whoever can ring telephones (a PBX, a cloud caller) gets what to say and reports back.

What is posted is JSON {id, to, text, language, press, report}, signed as Standard Webhooks 1.0 say (`base.outgoing.signing`).
The report comes to `report`, signed in the same way: {id, event: answered | pressed | no_answer | busy | failed, digits}.
"""

import json
import time

from django.conf import settings

from landsea.base.messengers.gateway_links import call_report_address
from landsea.base.messengers.ways.asking_gateways import JSON_HEADERS, NoAnswer, ask_gateway, read_json, read_outcome
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, ShortMessage
from landsea.base.outbox.channels import Outcome
from landsea.base.outgoing.signing import write_signed_headers


class CallByWebhook:
    """A call that reads a text out and takes a press of a key."""

    code = "call"
    knows_people = False

    def is_set_up(self) -> bool:
        """Say whether an address and a secret are set."""
        return bool(settings.CALL_URL and settings.CALL_SECRET)

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Ask for one call."""
        content = {
            "id": f"landsea-{message.number}",
            "to": address,
            "text": message.text,
            "language": message.language,
            "press": [code for code, _words in message.choices],
            "report": call_report_address(),
        }
        body = json.dumps(content, ensure_ascii=False).encode()
        headers = {**JSON_HEADERS, **write_signed_headers(settings.CALL_SECRET, content["id"], int(time.time()), body)}
        try:
            answer = ask_gateway("POST", settings.CALL_URL, body, headers)
        except NoAnswer as silent:
            return silent.outcome
        return read_outcome(answer, remote_id=str(read_json(answer).get("id") or content["id"]))

    def fetch_file(self, file: IncomingFile) -> bytes:
        """Calls carry no files."""
        raise FileLost("a call carries no file")
