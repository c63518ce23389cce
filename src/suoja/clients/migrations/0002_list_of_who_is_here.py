from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0001_initial'),
        ('persons', '0001_initial'),
        ('referrals', '0002_decisions_stay'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='spell',
            index=models.Index(fields=['ended_on', '-started_on'], name='spell_here_newest_first'),
        ),
    ]
