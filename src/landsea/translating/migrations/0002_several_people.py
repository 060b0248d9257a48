"""Each person says a text once in a language, so that nobody's words take the place of another's. The index finds all of a
thing, as the constraint that goes did: neither of the new ones holds all rows.
"""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("translating", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddIndex(
            model_name="texttranslation", index=models.Index(fields=["kind", "key"], name="translation_of_thing")
        ),
        migrations.RemoveConstraint(model_name="texttranslation", name="translation_once_a_language"),
        migrations.AddConstraint(
            model_name="texttranslation",
            constraint=models.UniqueConstraint(
                fields=["kind", "key", "language", "by"],
                condition=models.Q(program=""),
                name="translation_once_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="texttranslation",
            constraint=models.UniqueConstraint(
                fields=["kind", "key", "language"],
                condition=models.Q(program="", _negated=True),
                name="translation_once_by_program",
            ),
        ),
    ]
