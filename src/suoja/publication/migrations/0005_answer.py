import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from suoja.core.append_only import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('publication', '0004_ledger'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(unique=True, verbose_name='number')),
                ('question', models.JSONField(verbose_name='question')),
                ('instead', models.JSONField(null=True, verbose_name='question that was answered instead')),
                ('recipient', models.CharField(max_length=200, verbose_name='asked by')),
                ('purpose', models.TextField(blank=True, verbose_name='what the number is for')),
                ('outcome', models.CharField(choices=[('answered', 'Answered'), ('coarser', 'A coarser number given'), ('refused', 'Number not given')], max_length=20, verbose_name='outcome')),
                ('asked_at', models.DateTimeField(verbose_name='answered')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='publication.ledgerentry')),
            ],
            options={
                'verbose_name': 'answer',
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['answered', 'coarser', 'refused']), ('outcome__isnull', True), _connector='OR'), name='answer_outcome_is_code'), models.CheckConstraint(condition=models.Q(models.Q(('instead__isnull', False), ('outcome', 'coarser')), models.Q(models.Q(('outcome', 'coarser'), _negated=True), ('instead__isnull', True)), _connector='OR'), name='answer_instead_if_coarser')],
            },
        ),
        append_only('publication_answer'),
    ]
