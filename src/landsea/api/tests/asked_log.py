"""What the made-up requests brought, a line an operation: so that a long run is seen while it goes, and can be gone on with.

`LANDSEA_API_LOG` names the file. An operation that stands there with as many examples and no fault is not asked again.
"""

import json
import os
import time
from collections import Counter
from pathlib import Path


class AskedLog:
    """The lines of a run. Without a file nothing is kept and nothing is passed over."""

    def __init__(self, examples: int):
        named = os.environ.get("LANDSEA_API_LOG", "")
        self.file, self.examples = Path(named) if named else None, examples
        self.done = set()
        for line in self.file.read_text().splitlines() if self.file and self.file.exists() else ():
            row = json.loads(line)
            if row["most"] >= examples and not row["problem"]:
                self.done.add((row["operation"], row["mode"]))

    def is_done(self, operation: str, mode: str) -> bool:
        """Say whether an operation was asked as often before, and nothing was wrong."""
        return (operation, mode) in self.done

    def keep(self, operation: str, mode: str, answers: Counter, problem: str, began: float) -> None:
        """Write what came of an operation: how many requests, how long, the answers by status."""
        if self.file is None:
            return
        row = {
            "operation": operation,
            "mode": mode,
            "most": self.examples,
            "asked": answers.total(),
            "seconds": round(time.monotonic() - began, 1),
            "answers": {str(status): count for status, count in sorted(answers.items())},
            "problem": problem,
        }
        with self.file.open("a") as lines:
            lines.write(json.dumps(row) + "\n")
