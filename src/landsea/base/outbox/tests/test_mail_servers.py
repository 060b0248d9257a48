"""Mails handed to real servers on this machine: with TLS and a sign-in, refusing, breaking off, slow."""

import datetime as dt
import ipaddress
import socketserver
import ssl
import threading
import time
from dataclasses import dataclass, field

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from landsea.base.outbox import smtp
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import DeliveryState
from landsea.base.outbox.tests.factory import NOW, delivery

pytestmark = pytest.mark.django_db
USUAL = {"EHLO": "250 mail.example", "MAIL": "250 ok", "RCPT": "250 ok", "DATA": "354 go on", ".": "250 taken"}


@dataclass
class Script:
    """What a server answers: `greeting`, then by verb; "." is the end of the words. `late` delays an answer by seconds."""

    greeting: str = "220 mail.example"
    answers: dict[str, str] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)
    taken: list[bytes] = field(default_factory=list)

    def answer(self, verb: str) -> str:
        """Return the answer to a verb in its time; "" hangs up."""
        time.sleep(self.late.get(verb, 0))
        return ({**USUAL, "RSET": "250 ok", "QUIT": "221 bye"} | self.answers).get(verb, "502 what?")


class Talk(socketserver.StreamRequestHandler):
    """One connection by the script."""

    def handle(self):
        script: Script = self.server.script
        if not self.say(script.greeting):
            return
        while line := self.rfile.readline():
            verb = line.split()[0].decode().upper()
            if verb == "DATA" and self.say(script.answer(verb)):
                words = b"".join(iter(self.rfile.readline, b".\r\n"))
                answer = script.answer(".")
                if answer.startswith("2"):
                    script.taken.append(words)
                if not self.say(answer):
                    return
            elif verb != "DATA" and not self.say(script.answer(verb)):
                return

    def say(self, answer: str) -> bool:
        try:
            self.wfile.write(f"{answer}\r\n".encode() if answer else b"")
        except OSError:  # the other side has left
            return False
        return bool(answer)


@pytest.fixture
def serve(settings):
    """Start a server with a script, to which the settings point."""
    servers = []

    def start(script: Script) -> Script:
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk)
        server.daemon_threads, server.block_on_close, server.script = True, False, script
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
        point_to(settings, server.server_address[1])
        return script

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def point_to(settings, port, **more):
    settings.EMAIL_BACKEND = "landsea.base.outbox.smtp.SmtpBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    for name, value in more.items():
        setattr(settings, name, value)


def sent_to():
    """Return a delivery after one try."""
    one = delivery()
    send_due(now=NOW)
    one.refresh_from_db()
    return one


def test_a_mail_is_handed_over_once(serve):
    script = serve(Script())
    one = sent_to()
    assert one.state == DeliveryState.SENT and len(script.taken) == 1
    assert one.facts["ref"].encode() in script.taken[0]


@pytest.mark.parametrize(
    ("script", "state", "said"),
    [
        (Script(greeting="421 4.3.2 too busy"), "waiting", "SMTPConnectError: 421 4.3.2 too busy"),
        (Script(greeting=""), "waiting", "SMTPServerDisconnected: Connection unexpectedly closed"),
        (Script(answers={"MAIL": "553 5.7.1 not your domain"}), "waiting", "SMTPSenderRefused: 553 5.7.1"),
        (Script(answers={"MAIL": "451 4.7.1 later"}), "waiting", "SMTPSenderRefused: 451 4.7.1 later"),
        (Script(answers={"RCPT": "450 4.2.0 greylisted"}), "waiting", "450 4.2.0 greylisted"),
        (Script(answers={"RCPT": "550 5.1.1 unknown"}), "bounced", "550 5.1.1 unknown"),
        (Script(answers={"RCPT": ""}), "waiting", "SMTPServerDisconnected"),
        (Script(answers={".": "452 4.3.1 full"}), "waiting", "452 4.3.1 full"),
        (Script(answers={".": "554 5.6.0 no"}), "failed", "554 5.6.0 no"),
        (Script(answers={".": ""}), "waiting", "SMTPServerDisconnected"),
    ],
)
def test_nothing_is_lost_of_what_a_server_refuses_or_breaks_off(serve, settings, script, state, said):
    settings.INBOUND_DOMAIN = "in.landsea.example"
    serve(script)
    one = sent_to()
    assert (one.state, one.last_reply[: len(said)]) == (state, said)
    assert script.taken == [] and "bounce+" not in one.last_reply and "b'" not in one.last_reply


def test_a_mail_that_is_taken_is_sent_even_if_the_server_leaves_without_a_word(serve):
    script = serve(Script(answers={"QUIT": ""}))
    assert sent_to().state == DeliveryState.SENT and len(script.taken) == 1


def test_a_server_that_looks_at_the_words_for_long_gets_them_once(serve, settings):
    script = serve(Script(late={".": 1.0}))
    settings.EMAIL_TIMEOUT = 0.3
    one = sent_to()
    assert one.state == DeliveryState.SENT and len(script.taken) == 1


def test_a_server_that_hangs_is_left_after_a_step(serve, settings):
    serve(Script(late={"RCPT": 5}))
    settings.EMAIL_TIMEOUT = 0.3
    began = time.monotonic()
    one = sent_to()
    assert one.state == DeliveryState.WAITING and "timed out" in one.last_reply
    assert time.monotonic() - began < 4


def test_steps_that_are_all_late_end_together(serve, monkeypatch):
    monkeypatch.setattr(smtp, "WHOLE", 1.0)
    script = serve(Script(late=dict.fromkeys(("EHLO", "MAIL", "RCPT", "DATA"), 0.7)))
    one = sent_to()
    assert (one.state, script.taken) == (DeliveryState.WAITING, [])


def test_all_steps_together_end_before_a_sender_is_taken_for_dead():
    from landsea.base.outbox.actions.send import STUCK_AFTER

    assert smtp.ANSWER_TO_WORDS < smtp.WHOLE < STUCK_AFTER.total_seconds()


@pytest.fixture
def certificate(tmp_path, monkeypatch):
    """A certificate for this machine that this process trusts, with its key, in one file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail.example")])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=1))
    host = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = made.add_extension(host, critical=False).sign(key, hashes.SHA256())
    file = tmp_path / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file


class Kept:
    def __init__(self):
        self.signed_in, self.addresses = [], []

    def sign_in(self, server, session, envelope, mechanism, data):
        right = (data.login, data.password) == (b"landsea", b"secret word")
        self.signed_in.append(right)
        return AuthResult(success=right, handled=right)

    async def handle_DATA(self, server, session, envelope):
        self.addresses += envelope.rcpt_tos
        return "250 taken"


@pytest.mark.parametrize("tls", ["yes", "implicit"])
@pytest.mark.parametrize("password", ["secret word", "wrong"])
def test_it_signs_in_over_tls_from_either_moment(settings, certificate, tls, password):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    kept = Kept()
    at_first = tls == "implicit"
    # With TLS from the first byte this server does not see that the line is closed, so it is told not to ask for it.
    how = {"ssl_context": context} if at_first else {"tls_context": context, "require_starttls": True}
    how |= {"authenticator": kept.sign_in, "auth_required": True, "auth_require_tls": not at_first}
    controller = Controller(kept, "127.0.0.1", _free_port(), **how)
    controller.start()
    try:
        names = {"EMAIL_USE_TLS": not at_first, "EMAIL_USE_SSL": at_first}
        point_to(settings, controller.port, EMAIL_HOST_USER="landsea", EMAIL_HOST_PASSWORD=password, **names)
        one = sent_to()
    finally:
        controller.stop()
    if password == "wrong":
        assert one.state == DeliveryState.WAITING and one.last_reply.startswith("SMTPAuthenticationError: 535")
        assert password not in one.last_reply and kept.addresses == []
    else:
        assert one.state == DeliveryState.SENT and kept.addresses == [one.address] and kept.signed_in == [True]


def test_a_certificate_that_nobody_vouches_for_gets_no_word(settings, certificate, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    kept = Kept()
    controller = Controller(kept, "127.0.0.1", _free_port(), tls_context=context)
    controller.start()
    try:
        point_to(settings, controller.port, EMAIL_USE_TLS=True)
        one = sent_to()
    finally:
        controller.stop()
    assert one.state == DeliveryState.WAITING and one.last_reply.startswith("SSLCertVerificationError")
    assert kept.addresses == []


def _free_port() -> int:
    with socketserver.TCPServer(("127.0.0.1", 0), None) as free:
        return free.server_address[1]
