"""An IMAP server as small as `landsea mail-poll` needs: LOGIN, LIST, CREATE, STATUS, SELECT, UID SEARCH, FETCH, MOVE by COPY.

It keeps its mails in a dictionary of folders; nothing else of RFC 3501 is here. The drill uses a real one.
"""

import re
import socketserver
import threading
from contextlib import contextmanager


class Folders(dict):
    """Folder -> {uid: raw}; uids go up."""

    def put(self, folder: str, raw: bytes) -> int:
        uid = max([0, *(uid for mails in self.values() for uid in mails)]) + 1
        self.setdefault(folder, {})[uid] = raw
        return uid


class Session(socketserver.StreamRequestHandler):
    """One connection."""

    def handle(self):
        self.folder, self.deleted = "INBOX", set()
        self.say("* OK ready")
        while line := self.rfile.readline().decode().strip():
            tag, _, rest = line.partition(" ")
            if rest.upper().startswith("LOGOUT"):
                self.say("* BYE", f"{tag} OK")
                return
            self.do(rest)
            self.say(f"{tag} OK done")

    def say(self, *lines: str):
        for line in lines:
            self.wfile.write(line.encode() + b"\r\n")

    def do(self, line: str):  # noqa: PLR0912  (a line a command)
        folders, words = self.server.folders, line.upper()
        names = re.findall(r'"([^"]*)"', line)
        if words.startswith("CAPABILITY"):
            self.say("* CAPABILITY IMAP4rev1 MOVE")
        elif words.startswith("LIST"):
            self.say(*(f'* LIST () "/" "{name}"' for name in folders if name == names[-1]))
        elif words.startswith("CREATE"):
            folders.setdefault(names[0], {})
        elif words.startswith("STATUS"):
            self.say(
                f'* STATUS "{names[0]}" (MESSAGES {len(folders[names[0]])} UIDNEXT 99 UIDVALIDITY 7 UNSEEN 0 RECENT 0)'
            )
        elif words.startswith(("SELECT", "EXAMINE")):
            self.folder = names[0] if names else line.split()[1]
            self.say(f"* {len(folders[self.folder])} EXISTS", "* OK [UIDVALIDITY 7]")
        elif words.startswith("UID SEARCH"):
            self.say("* SEARCH " + " ".join(map(str, sorted(folders[self.folder]))))
        elif words.startswith("UID FETCH"):
            self.fetch(int(line.split()[2]))
        elif words.startswith("UID COPY"):
            for uid in self.uids(line):
                folders.put(names[-1] if names else line.rsplit(maxsplit=1)[-1], folders[self.folder][uid])
        elif words.startswith("UID STORE"):
            self.deleted |= set(self.uids(line))
        elif words.startswith("UID MOVE"):
            for uid in self.uids(line):
                folders.put(names[-1] if names else line.rsplit(maxsplit=1)[-1], folders[self.folder].pop(uid))
        elif words.startswith("EXPUNGE"):
            for uid in self.deleted:
                folders[self.folder].pop(uid, None)

    def uids(self, line: str) -> list[int]:
        return [int(one) for one in line.split()[2].split(",")]

    def fetch(self, uid: int):
        raw = self.server.folders[self.folder][uid]
        self.wfile.write(f"* 1 FETCH (UID {uid} BODY[] {{{len(raw)}}}\r\n".encode() + raw + b")\r\n")


@contextmanager
def imap_server():
    """Run it in a thread; yield its folders and its port."""
    folders = Folders(INBOX={})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session) as server:
        server.daemon_threads = True
        server.folders = folders
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield folders, server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
