from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rules", "0003_rulecorrection")]

    operations = [
        migrations.AddField(
            model_name="hookdelivery",
            name="news",
            field=models.CharField(
                choices=[("published", "Published"), ("withdrawn", "Withdrawn")], default="published", max_length=9
            ),
        ),
        migrations.RemoveConstraint(model_name="hookdelivery", name="rules_one_hook_delivery"),
        migrations.AddConstraint(
            model_name="hookdelivery",
            constraint=models.UniqueConstraint(fields=["hook", "version", "news"], name="rules_one_hook_delivery"),
        ),
    ]
