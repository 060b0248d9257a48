"""Words as a `tsvector` (cut once, not at each look) with the keys of their case beside them, in one index.

The keys are made here and nowhere else: when words are written, when a case changes hands or is corrected, and when a
consultation begins or ends, whoever writes it and in the same transaction. `search_case_keys` is volatile so that it sees what
another transaction committed while this one waited for the row.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

KEYS = """
CREATE FUNCTION search_case_keys(bigint) RETURNS text[] LANGUAGE sql VOLATILE AS $$
  SELECT array_remove(
           ARRAY['desk:' || desk_id, 'association:' || association_id, 'country:' || country,
                 CASE WHEN visibility = 'named' THEN 'observers:' || filer_country END], NULL)
         || ARRAY(SELECT 'desk:' || desk_id FROM cases_involvement
                  WHERE case_id = cases_case.id AND kind = 'consulted' AND until IS NULL)
  FROM cases_case WHERE id = $1
$$
"""
ONCE = """
ALTER TABLE search_casewords
  ALTER COLUMN words TYPE tsvector USING array_to_tsvector(words),
  ALTER COLUMN keys TYPE text[] USING coalesce(search_case_keys(case_id), '{}')
"""
KEEP = """
CREATE FUNCTION search_keys_with_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.keys := coalesce(search_case_keys(NEW.case_id), '{}');
  RETURN NEW;
END $$;
CREATE TRIGGER search_keys_with_words BEFORE INSERT OR UPDATE OF words ON search_casewords
  FOR EACH ROW EXECUTE FUNCTION search_keys_with_words();

CREATE FUNCTION search_keys_with_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_casewords SET keys = search_case_keys(case_id) WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER search_keys_with_case
  AFTER UPDATE OF desk_id, association_id, visibility, filer_country, country ON cases_case FOR EACH ROW
  WHEN ((OLD.desk_id, OLD.association_id, OLD.visibility, OLD.filer_country, OLD.country)
        IS DISTINCT FROM (NEW.desk_id, NEW.association_id, NEW.visibility, NEW.filer_country, NEW.country))
  EXECUTE FUNCTION search_keys_with_case();

CREATE FUNCTION search_keys_with_consulted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_casewords SET keys = search_case_keys(case_id) WHERE case_id IN (OLD.case_id, NEW.case_id);
  RETURN NULL;
END $$;
CREATE TRIGGER search_keys_with_consultation AFTER INSERT ON cases_involvement FOR EACH ROW
  WHEN (NEW.kind = 'consulted') EXECUTE FUNCTION search_keys_with_consulted();
CREATE TRIGGER search_keys_with_changed_consultation AFTER UPDATE ON cases_involvement FOR EACH ROW
  WHEN ('consulted' IN (OLD.kind, NEW.kind)) EXECUTE FUNCTION search_keys_with_consulted();
CREATE TRIGGER search_keys_with_taken_consultation AFTER DELETE ON cases_involvement FOR EACH ROW
  WHEN (OLD.kind = 'consulted') EXECUTE FUNCTION search_keys_with_consulted();
"""
LEAVE = """
DROP TRIGGER search_keys_with_consultation ON cases_involvement;
DROP TRIGGER search_keys_with_changed_consultation ON cases_involvement;
DROP TRIGGER search_keys_with_taken_consultation ON cases_involvement;
DROP TRIGGER search_keys_with_case ON cases_case;
DROP TRIGGER search_keys_with_words ON search_casewords;
DROP FUNCTION search_keys_with_consulted();
DROP FUNCTION search_keys_with_case();
DROP FUNCTION search_keys_with_words();
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial"), ("cases", "0007_words_to_read")]

    operations = [
        migrations.RemoveIndex("CaseWords", "search_case_words"),
        migrations.AddField(
            "CaseWords",
            "keys",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), db_default=[], help_text="written by the database alone", size=None
            ),
        ),
        migrations.RunSQL(KEYS, "DROP FUNCTION search_case_keys(bigint)"),
        migrations.RunSQL(
            ONCE,
            "ALTER TABLE search_casewords ALTER COLUMN words TYPE text[] USING tsvector_to_array(words)",
            state_operations=[
                migrations.AlterField("CaseWords", "words", django.contrib.postgres.search.SearchVectorField())
            ],
        ),
        migrations.RunSQL(KEEP, LEAVE),
        migrations.AddIndex(
            "CaseWords", django.contrib.postgres.indexes.GinIndex(fields=["words", "keys"], name="search_case_words_keys")
        ),
    ]
