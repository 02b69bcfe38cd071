import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0003_notes_and_sharing'),
    ]

    operations = [
        migrations.AddField(
            model_name='assessment',
            name='earlier',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='later', to='assessments.assessment'),
        ),
    ]
