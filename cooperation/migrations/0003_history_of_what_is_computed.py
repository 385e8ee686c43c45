"""What was computed before its history was kept: it stood so since the first edition, as far as anybody can tell."""

from django.db import migrations

COMPUTED = (
    ("states_membership", "states_membershiphistory", "state, since, until"),
    ("cases_standing", "cases_standinghistory", "person_id, since, until, stage, at_large"),
)
HISTORY = [
    f"INSERT INTO {history} (pgh_created_at, pgh_label, pgh_obj_id, pgh_edition, id, {columns}) "
    f"SELECT now(), 'insert', id, (SELECT min(number) FROM record_edition), id, {columns} FROM {table} "
    "WHERE EXISTS (SELECT 1 FROM record_edition)"
    for table, history, columns in COMPUTED
]  # fmt: skip
KINDS = "UPDATE record_edition SET kind = CASE WHEN by_id IS NULL THEN 'load' ELSE kind END"
SHOWN = """
DO $$
DECLARE kind record; edition text;
BEGIN
    SELECT max(number)::text INTO edition FROM record_edition;
    IF edition IS NULL THEN RETURN; END IF;
    PERFORM set_config('record.edition', edition, true);
    FOR kind IN SELECT t.id, format('%I', t.app_label || '_' || t.model) AS name FROM django_content_type t
        WHERE t.id IN (SELECT DISTINCT content_type_id FROM record_citation)
    LOOP
        EXECUTE 'UPDATE record_source s SET shown = true WHERE NOT shown AND EXISTS (SELECT 1 FROM record_citation c JOIN '
            || kind.name || ' e ON e.id = c.object_id WHERE c.source_id = s.id AND c.content_type_id = $1 AND e.published_at IS NOT NULL)'
            USING kind.id;
    END LOOP;
    PERFORM set_config('record.edition', '', true);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("cooperation", "0002_holds_and_replies"), ("record", "0002_history_and_workflow")]

    operations = [migrations.RunSQL(statement, migrations.RunSQL.noop) for statement in (*HISTORY, KINDS, SHOWN)]
