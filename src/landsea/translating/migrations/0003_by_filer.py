"""Words of whoever filed the case are told from those of somebody whose account is gone. No row of a filer is older."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0014_filed_from'),
        ('directory', '0012_invented'),
        ('translating', '0002_several_people'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='texttranslation',
            name='by_filer',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddConstraint(
            model_name='texttranslation',
            constraint=models.UniqueConstraint(condition=models.Q(('by_filer', True)), fields=('kind', 'key', 'language'), name='translation_once_by_filer'),
        ),
    ]
