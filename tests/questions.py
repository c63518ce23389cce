"""What was asked of the database, without what its kind asks beside it."""

from django.test.utils import CaptureQueriesContext

BESIDE = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SELECT set_config")


def questions(asked: CaptureQueriesContext) -> list[str]:
    """Return the questions about our tables; PostgreSQL is told a place before some of them."""
    every = [str(query["sql"]) for query in asked.captured_queries]
    return [sql for sql in every if not sql.startswith(BESIDE)]
