import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from suoja.core.append_only import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('publication', '0003_embargo_and_words'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='releasecontent',
            name='ledger_number',
            field=models.PositiveBigIntegerField(null=True),
        ),
        migrations.CreateModel(
            name='LedgerEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(unique=True, verbose_name='number')),
                ('kind', models.CharField(choices=[('release', 'Release'), ('answer', 'Answer')], max_length=20, verbose_name='kind')),
                ('recipient', models.TextField(verbose_name='told to')),
                ('policy', models.CharField(choices=[('strict', 'Strict: no count of people from one to four'), ('practice', 'As in the printed reports: small nationalities and minors')], max_length=20, verbose_name='protection of small groups')),
                ('told_at', models.DateTimeField(verbose_name='told')),
                ('facts', models.BinaryField()),
                ('tables_sealed', models.BinaryField()),
                ('release', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='told', to='publication.release')),
                ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ledger entry',
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['release', 'answer']), ('kind__isnull', True), _connector='OR'), name='ledger_kind_is_code'), models.CheckConstraint(condition=models.Q(('policy__in', ['strict', 'practice']), ('policy__isnull', True), _connector='OR'), name='ledger_policy_is_code'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'release'), ('release__isnull', False)), models.Q(('kind', 'answer'), ('release__isnull', True)), _connector='OR'), name='ledger_release_has_release')],
            },
        ),
        append_only('publication_ledgerentry'),
    ]
