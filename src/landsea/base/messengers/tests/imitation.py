"""Imitations of what stands at the other end: an HTTP server that answers as it is told, and a message centre of SMPP 3.4.

They speak the documented requests and answers and know nothing of our code.
"""

import json
import socket
import struct
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Asked:
    """One request that came: method, path with query, headers (names in lower case), body."""

    method: str
    path: str
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


@dataclass
class Gateway:
    """An HTTP server. `answers` are given in order, the last one again and again: (status, body, headers, seconds of wait)."""

    address: str
    asked: list[Asked] = field(default_factory=list)
    answers: list[tuple] = field(default_factory=list)

    def answer(self, content=None, status=200, headers=None, wait=0.0) -> None:
        body = content if isinstance(content, bytes) else json.dumps(content if content is not None else {}).encode()
        self.answers.append((status, body, headers or {"Content-Type": "application/json"}, wait))


@contextmanager
def http_gateway():
    """Run a gateway on a free port of this machine."""
    gateway = Gateway("")

    class Handler(BaseHTTPRequestHandler):
        def _answer(self):
            length = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            gateway.asked.append(Asked(self.command, self.path, headers, self.rfile.read(length)))
            answers = gateway.answers
            status, body, said, wait = answers.pop(0) if len(answers) > 1 else answers[0]
            time.sleep(wait)
            self.send_response(status)
            for name, value in said.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = _answer

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    gateway.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield gateway
    finally:
        server.shutdown()
        server.server_close()


BIND_RECEIVER, BIND_TRANSMITTER, SUBMIT, DELIVER, UNBIND = 1, 2, 4, 5, 6


@dataclass
class Centre:
    """A message centre. `status` is what it answers to a submission; `waiting` are bodies of deliver_sm that it keeps."""

    port: int = 0
    status: int = 0
    bind_status: int = 0
    submitted: list[bytes] = field(default_factory=list)
    waiting: list[bytes] = field(default_factory=list)
    acknowledged: int = 0


@contextmanager
def message_centre():
    """Run a message centre on a free port of this machine."""
    centre, listener = Centre(), socket.create_server(("127.0.0.1", 0))
    centre.port = listener.getsockname()[1]

    def serve():
        while True:
            try:
                line, _address = listener.accept()
            except OSError:
                return
            threading.Thread(target=_serve_session, args=(centre, line), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield centre
    finally:
        listener.close()


def _serve_session(centre: Centre, line: socket.socket) -> None:
    with line:
        while head := _exactly(line, 16):
            length, command, _status, sequence = struct.unpack(">IIII", head)
            body = _exactly(line, length - 16) if length > 16 else b""
            if command & 0x80000000:
                centre.acknowledged += command == DELIVER | 0x80000000
                continue
            status, said = 0, b""
            if command in {BIND_RECEIVER, BIND_TRANSMITTER}:
                status, said = centre.bind_status, b"centre\0"
            elif command == SUBMIT:
                centre.submitted.append(body)
                status, said = centre.status, f"smsc-{len(centre.submitted)}".encode() + b"\0"
            _send(line, command | 0x80000000, status, sequence, b"" if status else said)
            if command == BIND_RECEIVER:
                for number, one in enumerate(centre.waiting, start=1):
                    _send(line, DELIVER, 0, number, one)
                centre.waiting = []
            if command == UNBIND:
                return


def _send(line: socket.socket, command: int, status: int, sequence: int, body: bytes) -> None:
    line.sendall(struct.pack(">IIII", 16 + len(body), command, status, sequence) + body)


def _exactly(line: socket.socket, length: int) -> bytes:
    read = b""
    while len(read) < length:
        part = line.recv(length - len(read))
        if not part:
            return b""
        read += part
    return read


def deliver_sm(sender: str, words: bytes, *, kind: int = 0, coding: int = 0, more: bytes = b"") -> bytes:
    """Return the body of a deliver_sm (SMPP 3.4, 4.6.1)."""
    head = b"\0\x01\x01" + sender.encode() + b"\0" + b"\x01\x01" + b"Landsea\0" + bytes([kind, 0, 0])
    return head + b"\0\0" + bytes([0, 0, coding, 0, len(words)]) + words + more
