"""The network moves into tables: what editors had laid over the files becomes rows with their seed, places go to the directory.

Nothing is lost: every edition, every version, and what counts stay as they were. Rows that nobody edited are filled in by
`landsea load-network`; until then the files and the rows that are here count together.
"""

import uuid
from datetime import UTC, date, datetime, time

import django.db.models.deletion
from django.db import migrations, models

from landsea_core.text.letters.segmentation import split_into_words


def take_over_rows(apps, schema_editor):
    """What counted in place of the file's row was entered here; where nothing did, the file's row counts."""
    rows = apps.get_model("corridor", "NetworkRow").objects.exclude(kind="places")
    rows.filter(row__isnull=False).update(entered_here=True)
    rows.filter(row__isnull=True).update(row=models.F("seed"))


def take_over_places(apps, schema_editor):
    """Places that editors changed become the directory's own, with all their versions, each tied to its edition."""
    places = apps.get_model("directory", "Place")
    version = apps.get_model("directory", "PlaceVersion")
    edited = apps.get_model("corridor", "NetworkRow").objects.filter(kind="places")
    for one in edited.prefetch_related("versions__edition"):
        place = places.objects.filter(code=one.key).first()
        states = list(one.versions.order_by("number"))
        if place is None:
            last = one.row or next((state.after or state.before for state in reversed(states)), one.seed)
            place = places(code=one.key, retired_at=states[-1].edition.at if states and not one.row else None)
            _set_columns(place, last)
        elif one.row is not None:
            _set_columns(place, one.row)
        place.number, place.seed, place.entered_here = one.number, one.seed, one.row is not None
        place.save()
        for state in states:
            made = version.objects.create(
                place=place,
                number=state.number,
                how=state.edition.how,
                why=state.edition.why,
                by_id=state.edition.by_id,
                at=state.edition.at,
                before=state.before,
                after=state.after,
                follows_seed=state.follows_seed,
            )
            state.edition.places.add(made)
    apps.get_model("corridor", "RowVersion").objects.filter(network_row__kind="places").delete()
    edited.delete()


def _set_columns(place, row):
    names = [*row["names"].values(), *(name for group in row["other_names"].values() for name in group), row["code"]]
    place.code_sure, place.country, place.kind = row["code_sure"], row["country"], row["kind"]
    place.names, place.other_names, place.within_id = row["names"], row["other_names"], row["within"] or None
    place.latitude, place.longitude, place.position = row["lat"], row["lon"], row["position"]
    place.time_zone, place.source, place.grade = row["tz"], row["source"], row["grade"]
    place.checked = date.fromisoformat(row["checked"]) if row["checked"] else None
    place.note = row.get("note", "")
    place.name_tokens = [word for name in names for word in split_into_words(name)]
    if row.get("retired"):
        place.retired_at = datetime.combine(date.fromisoformat(row["retired"]), time(0), UTC)


class Migration(migrations.Migration):
    dependencies = [("corridor", "0007_one_table_of_corrections"), ("directory", "0008_place_versions")]

    operations = [
        migrations.RenameModel("EditedRow", "NetworkRow"),
        migrations.RenameField("NetworkRow", "base", "seed"),
        migrations.RenameField("RowVersion", "edited", "network_row"),
        migrations.RenameField("RowVersion", "from_file", "follows_seed"),
        migrations.RemoveConstraint("NetworkRow", "corridor_one_edited_row"),
        migrations.RemoveConstraint("RowVersion", "corridor_one_version"),
        migrations.AlterField("NetworkRow", "kind", models.CharField(max_length=20)),
        migrations.AlterField(
            "NetworkRow",
            "seed",
            models.JSONField(
                help_text="the row of the file when it was last taken in; empty: it has none", null=True
            ),
        ),
        migrations.AddField(
            "NetworkRow",
            "entered_here",
            models.BooleanField(
                default=False, help_text="people wrote what counts: a renewed file leaves it"
            ),
        ),
        migrations.AddField(
            "NetworkRow",
            "overtaken",
            models.BooleanField(
                default=False, help_text="the file was renewed after people wrote what counts"
            ),
        ),
        migrations.AddField("NetworkRow", "position", models.PositiveIntegerField(default=2_000_000_000)),
        migrations.AlterField(
            "RowVersion",
            "network_row",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="corridor.networkrow"
            ),
        ),
        migrations.AlterField(
            "RowVersion",
            "follows_seed",
            models.BooleanField(default=False, help_text="what counts afterwards is the file's row"),
        ),
        migrations.AddConstraint(
            "NetworkRow", models.UniqueConstraint(fields=["kind", "key"], name="corridor_one_network_row")
        ),
        migrations.AddConstraint(
            "RowVersion", models.UniqueConstraint(fields=["network_row", "number"], name="corridor_one_version")
        ),
        migrations.CreateModel(
            name="NetworkRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField(default=0)),
                ("mark", models.UUIDField(default=uuid.uuid4)),
            ],
        ),
        migrations.AlterField(
            "Edition",
            "how",
            models.CharField(
                choices=[
                    ("form", "Form"),
                    ("file", "File"),
                    ("retired", "Retired"),
                    ("reverted", "Reverted"),
                    ("undone", "Undone"),
                    ("seed", "Seed"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            "Edition", "places", models.ManyToManyField(related_name="editions", to="directory.placeversion")
        ),
        migrations.RunPython(take_over_rows, migrations.RunPython.noop),
        migrations.RunPython(take_over_places, migrations.RunPython.noop),
    ]
