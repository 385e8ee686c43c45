"""What the database refuses, whoever asks: the triggers of every entry, citation and link.

Each raises with a constraint name that says what it forbids and a sentence that an editor understands.
"""

import pgtrigger

from record.fields import partial_date_fields

CHECK_VIOLATION, RESTRICT_VIOLATION = "23514", "23001"
PUBLIC = "('published', 'retracted')"
NO_EDITION = "coalesce(current_setting('record.edition', true), '') = ''"


def refusal(name, sentence, code=CHECK_VIOLATION):
    """The statement that refuses, with the constraint's name and the sentence shown to the editor."""
    return f"RAISE EXCEPTION USING ERRCODE = '{code}', CONSTRAINT = '{name}', MESSAGE = '{sentence}';"


class PartialDates(pgtrigger.Trigger):
    """Refuses an impossible date and writes the span that each partial date stands for."""

    name = "partial_dates"
    when = pgtrigger.Before
    operation = pgtrigger.Insert | pgtrigger.Update

    def get_declare(self, model):
        return [("first_day", "date"), ("head", "text")]

    def get_func(self, model):
        return "\n".join(self._for(field) for field in partial_date_fields(model)) + "\nRETURN NEW;"

    def _for(self, name):
        column = f"NEW.{name}"
        bad = refusal("is_a_date", f"{name}: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.")
        return f"""
            IF {column} = '' THEN
                {column}_earliest := NULL; {column}_latest := NULL;
            ELSE
                IF {column} !~ '^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?[~?]?$' THEN {bad} END IF;
                head := rtrim({column}, '~?');
                BEGIN
                    first_day := (head || substr('-01-01', length(head) - 3))::date;
                EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN {bad}
                END;
                {column}_earliest := first_day;
                {column}_latest := CASE length(head)
                    WHEN 4 THEN (first_day + interval '1 year' - interval '1 day')::date
                    WHEN 7 THEN (first_day + interval '1 month' - interval '1 day')::date
                    ELSE first_day END;
            END IF;"""


def entry_triggers():
    """For every Entry: an edition for each public change, a supporting citation, an address for ever."""
    no_edition = refusal("public_change_in_an_edition", "A public entry changes only in an edition: publish, correct or retract it.")
    renamed = refusal("address_is_for_ever", "The address of an entry that was once public cannot change.")
    undone = refusal("once_public_stays_public", "An entry that was once public cannot become a draft again: retract it.")
    deleted = refusal("once_public_never_deleted", "An entry that was once public cannot be deleted: retract it.", RESTRICT_VIOLATION)
    uncited = refusal("has_citation", "A published entry needs a source that supports it.")
    return [
        PartialDates(),
        pgtrigger.Trigger(
            name="guard_edition",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update,
            declare=[("was_public", "boolean DEFAULT false")],
            func=f"""
                IF TG_OP = 'UPDATE' THEN
                    was_public := OLD.published_at IS NOT NULL;
                    IF was_public AND NEW.slug <> OLD.slug THEN {renamed} END IF;
                    IF was_public AND NEW.published_at IS NULL THEN {undone} END IF;
                END IF;
                IF (was_public OR NEW.status IN {PUBLIC}) AND {NO_EDITION} THEN {no_edition} END IF;
                RETURN NEW;""",
        ),
        pgtrigger.Trigger(
            name="guard_delete",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            func=f"IF OLD.published_at IS NOT NULL THEN {deleted} END IF; RETURN OLD;",
        ),
        pgtrigger.Trigger(
            name="has_citation",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
            timing=pgtrigger.Deferred,
            func=pgtrigger.Func(
                f"""
                IF EXISTS (SELECT 1 FROM {{meta.db_table}} e WHERE e.id = NEW.id AND e.status = 'published')
                   AND NOT EXISTS (
                    SELECT 1 FROM record_citation c JOIN django_content_type t ON t.id = c.content_type_id
                    WHERE t.app_label = '{{meta.app_label}}' AND t.model = '{{meta.model_name}}'
                      AND c.object_id = NEW.id AND c.stance = 'supports')
                THEN {uncited} END IF;
                RETURN NULL;"""
            ),
        ),
    ]


# The status of the entry of a citation (`cited`), whatever its kind; it rests on the default names of tables.
STATUS_OF_CITED = """
        SELECT format('%I', t.app_label || '_' || t.model) INTO entry_table
            FROM django_content_type t WHERE t.id = cited.content_type_id;
        EXECUTE 'SELECT status FROM ' || entry_table || ' WHERE id = $1' INTO entry_status USING cited.object_id;"""
CITED = [("cited", "record_citation"), ("entry_table", "text"), ("entry_status", "text")]


def citation_triggers():
    """For the Citation: the last support of a published entry stays; those of a public entry change in an edition."""
    uncited = refusal("has_citation", "A published entry needs a source that supports it.")
    no_edition = refusal("public_change_in_an_edition", "The sources of a public entry change only in an edition.")
    return [
        pgtrigger.Trigger(
            name="guard_edition",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            declare=CITED,
            func=f"""
                IF TG_OP = 'INSERT' THEN cited := NEW; ELSE cited := OLD; END IF;
                IF {NO_EDITION} THEN
                    {STATUS_OF_CITED}
                    IF entry_status IN {PUBLIC} THEN {no_edition} END IF;
                    IF TG_OP = 'UPDATE' THEN
                        cited := NEW;
                        {STATUS_OF_CITED}
                        IF entry_status IN {PUBLIC} THEN {no_edition} END IF;
                    END IF;
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;""",
        ),
        pgtrigger.Trigger(
            name="last_support_stays",
            when=pgtrigger.After,
            operation=pgtrigger.Update | pgtrigger.Delete,
            timing=pgtrigger.Deferred,
            declare=CITED,
            func=f"""
                cited := OLD;
                {STATUS_OF_CITED}
                IF entry_status = 'published' AND NOT EXISTS (
                    SELECT 1 FROM record_citation c WHERE c.content_type_id = OLD.content_type_id
                      AND c.object_id = OLD.object_id AND c.stance = 'supports')
                THEN {uncited} END IF;
                RETURN NULL;""",
        ),
    ]


def source_triggers():
    """For the Source: what a public entry cites changes in an edition, since readers see it."""
    no_edition = refusal("public_change_in_an_edition", "A source of a public entry changes only in an edition.")
    return [
        PartialDates(),
        pgtrigger.Trigger(
            name="guard_edition",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            declare=CITED,
            func=f"""
                IF {NO_EDITION} THEN
                    FOR cited IN SELECT * FROM record_citation c WHERE c.source_id = NEW.id LOOP
                        {STATUS_OF_CITED}
                        IF entry_status IN {PUBLIC} THEN {no_edition} END IF;
                    END LOOP;
                END IF;
                RETURN NEW;""",
        ),
    ]


def link_triggers(owner_table, owner_column):
    """For a link row: it is part of the entry that owns it, and changes in an edition once that is public."""
    no_edition = refusal("public_change_in_an_edition", "A public entry changes only in an edition.")
    return [
        pgtrigger.Trigger(
            name="guard_edition",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=f"""
                IF {NO_EDITION} AND EXISTS (
                    SELECT 1 FROM {owner_table} o WHERE o.id IN (OLD.{owner_column}, NEW.{owner_column}) AND o.status IN {PUBLIC})
                THEN {no_edition} END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;""",
        ),
    ]


def computed_triggers():
    """For rows that a rule computed from the public record: readers see them, so they change in an edition."""
    no_edition = refusal("public_change_in_an_edition", "What is computed from the public record changes only in an edition.")
    return [
        pgtrigger.Trigger(
            name="guard_edition",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=f"""
                IF {NO_EDITION} THEN {no_edition} END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;""",
        ),
    ]


def stamped_triggers():
    """For what is written once, in an edition, and stays."""
    no_edition = refusal("public_change_in_an_edition", "This is public: it is written in an edition.")
    other_edition = refusal("stamped_with_its_edition", "It bears the number of the edition that it was written in.")
    deleted = refusal("once_public_never_deleted", "What was once public cannot be deleted.", RESTRICT_VIOLATION)
    return [
        pgtrigger.Trigger(
            name="guard_edition",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update,
            func=f"""
                IF {NO_EDITION} THEN {no_edition} END IF;
                IF TG_OP = 'INSERT' AND NEW.edition_id::text <> current_setting('record.edition', true) THEN {other_edition} END IF;
                RETURN NEW;""",
        ),
        pgtrigger.Trigger(name="guard_delete", when=pgtrigger.Before, operation=pgtrigger.Delete, func=f"{deleted} RETURN OLD;"),
    ]
