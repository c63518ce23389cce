from django.db import migrations

from suoja.core.append_only import append_only

TABLE = "publication_releasecontent"
SQLITE = f"""
CREATE TRIGGER {TABLE}_only_of_drafts BEFORE INSERT ON {TABLE}
WHEN (SELECT status FROM publication_release WHERE id = NEW.release_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'only a draft gets new content'); END
"""
POSTGRESQL = f"""
CREATE FUNCTION {TABLE}_refuse_unless_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT status FROM publication_release WHERE id = NEW.release_id) <> 'draft' THEN
    RAISE EXCEPTION 'only a draft gets new content'
    USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER {TABLE}_only_of_drafts BEFORE INSERT ON {TABLE}
FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse_unless_draft()
"""


def refuse_content_after_the_draft(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(POSTGRESQL if postgresql else SQLITE, params=None)


def allow_it(apps, schema_editor):
    on_table = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER {TABLE}_only_of_drafts{on_table}", params=None)
    if on_table:
        schema_editor.execute(f"DROP FUNCTION {TABLE}_refuse_unless_draft", params=None)


class Migration(migrations.Migration):
    """What was checked is what is published: neither a change nor newer content slips in."""

    dependencies = [("publication", "0001_initial")]

    operations = [
        append_only(TABLE),
        migrations.RunPython(refuse_content_after_the_draft, allow_it),
    ]
