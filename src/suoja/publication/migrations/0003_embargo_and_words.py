import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from suoja.core.append_only import append_only

CONTENT = "publication_releasecontent"
WORDS = ("publication_foreword", "publication_explanation")
SQLITE = """
CREATE TRIGGER {table}_only_of_drafts BEFORE INSERT ON {table}
WHEN (SELECT status FROM publication_release WHERE id = NEW.release_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'only a draft gets new content'); END
"""
POSTGRESQL = """
CREATE FUNCTION {table}_refuse_unless_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT status FROM publication_release WHERE id = NEW.release_id) <> 'draft' THEN
    RAISE EXCEPTION 'only a draft gets new content'
    USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER {table}_only_of_drafts BEFORE INSERT ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuse_unless_draft()
"""


def only_of_drafts(*tables):
    """Return how to refuse rows of a release that somebody has checked, and how to allow them."""

    def refuse(apps, schema_editor):
        postgresql = schema_editor.connection.vendor == "postgresql"
        for table in tables:
            statement = (POSTGRESQL if postgresql else SQLITE).format(table=table)
            schema_editor.execute(statement, params=None)

    def allow(apps, schema_editor):
        postgresql = schema_editor.connection.vendor == "postgresql"
        for table in tables:
            on_table = f" ON {table}" if postgresql else ""
            schema_editor.execute(f"DROP TRIGGER {table}_only_of_drafts{on_table}", params=None)
            if postgresql:
                schema_editor.execute(f"DROP FUNCTION {table}_refuse_unless_draft", params=None)

    return refuse, allow


refuse_content, allow_content = only_of_drafts(CONTENT)


class Migration(migrations.Migration):
    """SQLite makes the table of releases anew, which it cannot while a trigger reads it."""

    dependencies = [
        ('publication', '0002_content_stays'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(allow_content, refuse_content),
        migrations.CreateModel(
            name='Explanation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=80)),
                ('year', models.CharField(max_length=20)),
                ('before', models.PositiveBigIntegerField(verbose_name='before')),
                ('after', models.PositiveBigIntegerField(verbose_name='now')),
                ('text', models.TextField(verbose_name='explanation')),
                ('written_at', models.DateTimeField(verbose_name='written')),
            ],
            options={
                'verbose_name': 'explanation',
            },
        ),
        migrations.CreateModel(
            name='Foreword',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('fi', 'suomi'), ('sv', 'svenska')], max_length=2, verbose_name='language')),
                ('text', models.TextField(blank=True, verbose_name='foreword')),
                ('written_at', models.DateTimeField(verbose_name='written')),
            ],
            options={
                'verbose_name': 'foreword',
            },
        ),
        migrations.AddField(
            model_name='release',
            name='embargo_until',
            field=models.DateTimeField(null=True, verbose_name='public from'),
        ),
        migrations.AddField(
            model_name='releasecontent',
            name='proof',
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name='releasecontent',
            name='witnesses_sealed',
            field=models.BinaryField(null=True),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('embargo_until__isnull', True), models.Q(('corrects__isnull', True), ('embargo_until__gt', models.F('published_at'))), _connector='OR'), name='release_embargo_after_approval', violation_error_message='An embargo ends after the release was approved.'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['published', 'corrected']), ('embargo_until__isnull', True), _connector='OR'), name='release_embargo_of_approved'),
        ),
        migrations.AddField(
            model_name='explanation',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='explanations', to='publication.release'),
        ),
        migrations.AddField(
            model_name='explanation',
            name='written_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='foreword',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forewords', to='publication.release'),
        ),
        migrations.AddField(
            model_name='foreword',
            name='written_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='explanation',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='explanation_says_something', violation_error_message='An explanation has words.'),
        ),
        migrations.AddConstraint(
            model_name='explanation',
            constraint=models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='explanation_of_a_difference'),
        ),
        migrations.AddConstraint(
            model_name='foreword',
            constraint=models.CheckConstraint(condition=models.Q(('language__in', ['en', 'fi', 'sv']), ('language__isnull', True), _connector='OR'), name='foreword_language_is_code'),
        ),
        migrations.RunPython(refuse_content, allow_content),
        *map(append_only, WORDS),
        migrations.RunPython(*only_of_drafts(*WORDS)),
    ]
