"""The extension `vector` of PostgreSQL: made with the tables; where it is not to be had, a sentence says what to do."""

from django.contrib.postgres.operations import CreateExtension
from django.db.utils import NotSupportedError, OperationalError, ProgrammingError


class VectorExtension(CreateExtension):
    """Makes the extension. The embedded server brings it; another one needs pgvector 0.8 or newer.

    Raises NotSupportedError with what to do when the server does not have it, or we may not make it.
    """

    def __init__(self):
        self.name = "vector"

    def deconstruct(self):
        """A migration names this class and gives it nothing."""
        return self.__class__.__qualname__, [], {}

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Make it, unless an administrator did."""
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        except (NotSupportedError, OperationalError, ProgrammingError) as problem:
            raise NotSupportedError(
                "This PostgreSQL lacks the extension vector (pgvector), by which texts are compared. Install pgvector 0.8 or "
                "newer on the database server, let an administrator run CREATE EXTENSION vector in this database, and start "
                f"again. The server said: {str(problem).strip()}"
            ) from problem
