from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0002_country_and_proxy'),
    ]

    operations = [
        migrations.AddField(
            model_name='assessment',
            name='notes',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='assessment',
            name='is_shared',
            field=models.BooleanField(default=False),
        ),
    ]
