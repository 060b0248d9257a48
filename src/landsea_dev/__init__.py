"""What keeps Landsea standing on one machine: the embedded database, the supervisor of its processes, their folders.

Nothing here knows about cases or desks, and nothing here needs Django to be set up before it is called.
"""


class RuntimeProblem(Exception):
    """Something about this machine stops the platform. The message is a sentence that says what to do about it."""
