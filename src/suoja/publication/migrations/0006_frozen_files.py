import django.db.models.deletion
from django.db import migrations, models

from suoja.core.append_only import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('publication', '0005_answer'),
    ]

    operations = [
        migrations.CreateModel(
            name='FrozenFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('frozen_at', models.DateTimeField()),
                ('language', models.CharField(choices=[('en', 'English'), ('fi', 'suomi'), ('sv', 'svenska')], max_length=2)),
                ('format', models.CharField(choices=[('text', 'Plain text'), ('json', 'JSON'), ('csv', 'CSV'), ('html', 'HTML'), ('pdf', 'PDF'), ('zip', 'Open data')], max_length=10)),
                ('content', models.BinaryField()),
                ('digest', models.CharField(max_length=64)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='publication.release')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('release', 'frozen_at', 'language', 'format'), name='frozen_file_once'), models.CheckConstraint(condition=models.Q(('language__in', ['en', 'fi', 'sv']), ('language__isnull', True), _connector='OR'), name='frozen_file_language_is_code'), models.CheckConstraint(condition=models.Q(('format__in', ['text', 'json', 'csv', 'html', 'pdf', 'zip']), ('format__isnull', True), _connector='OR'), name='frozen_file_format_is_code')],
            },
        ),
        append_only('publication_frozenfile'),
    ]
