"""A line that can be cut: a small forwarder between a browser and the platform, on a port of its own."""

import contextlib
import socket
import threading

CHUNK = 65536


class Line:
    """Forwards each connection while it stands; `cut` ends all of them and takes no more, `mend` takes some again."""

    def __init__(self, port: int):
        self._target = ("127.0.0.1", port)
        self._open: set[socket.socket] = set()
        self._door = self._listen(0)
        self.port = self._door.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """End every connection; whoever tries is refused."""
        self._close(self._door)
        for one in list(self._open):
            self._close(one)

    def mend(self) -> None:
        """Take connections again at the same address."""
        self._door = self._listen(self.port)

    def _listen(self, port: int) -> socket.socket:
        door = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._take, args=[door], daemon=True).start()
        return door

    def _take(self, door: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                here, _address = door.accept()
                there = socket.create_connection(self._target)
                self._open |= {here, there}
                for source, end in ((here, there), (there, here)):
                    threading.Thread(target=self._pass_on, args=[source, end], daemon=True).start()

    def _pass_on(self, source: socket.socket, end: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while sent := source.recv(CHUNK):
                end.sendall(sent)
        for one in (source, end):
            self._close(one)
            self._open.discard(one)

    @staticmethod
    def _close(one: socket.socket) -> None:
        """Wake whoever waits at a socket, then close it."""
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()
