from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='mailbox',
            name='sealed',
            field=models.BinaryField(default=b''),
            preserve_default=False,
        ),
    ]
