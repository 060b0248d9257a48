import django.db.models.deletion
import pgvector.django.halfvec
import pgvector.django.indexes
from django.db import migrations, models

from landsea.likeness.extension import VectorExtension


class Migration(migrations.Migration):
    initial = True

    dependencies = [("cases", "0001_initial")]

    operations = [
        VectorExtension(),
        migrations.CreateModel(
            name="CaseVector",
            fields=[
                ("case", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="likeness", serialize=False, to="cases.case")),
                ("vector", pgvector.django.halfvec.HalfVectorField(dimensions=512, null=True)),
                ("model", models.CharField(max_length=24)),
                ("digest", models.CharField(max_length=64)),
                ("version", models.PositiveIntegerField()),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "indexes": [pgvector.django.indexes.HnswIndex(ef_construction=64, fields=["vector"], m=16, name="likeness_case_nearest", opclasses=["halfvec_ip_ops"])],
            },
        ),
        migrations.CreateModel(
            name="TextVector",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("measure", "Measure"), ("experience", "Experience"), ("barrier", "Barrier"), ("desk", "Desk")], max_length=10)),
                ("key", models.CharField(max_length=120)),
                ("language", models.CharField(blank=True, max_length=10)),
                ("vector", pgvector.django.halfvec.HalfVectorField(dimensions=512, null=True)),
                ("model", models.CharField(max_length=24)),
                ("digest", models.CharField(max_length=64)),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "key", "language"), name="likeness_text_once")],
            },
        ),
    ]
