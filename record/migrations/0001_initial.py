import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import record.fields
from django.conf import settings
from django.db import migrations, models
from record.migrating import AtOnce


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(
        ),
        AtOnce([
        migrations.CreateModel(
            name='Heartbeat',
            fields=[
                ('name', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('note', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'verbose_name': 'heartbeat',
                'verbose_name_plural': 'heartbeats',
            },
        ),
        migrations.CreateModel(
            name='Editor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'editor',
                'verbose_name_plural': 'editors',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('number', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('summary', models.CharField(max_length=300)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'edition',
                'verbose_name_plural': 'editions',
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='EditionCounter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='edition_counter_is_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='Publisher, a few words, year: `icc-mongolia-finding-2024`.', max_length=120, unique=True, verbose_name='key')),
                ('kind', models.CharField(choices=[('court_filing', 'Court filing'), ('court_publication', 'Publication of the Court'), ('treaty_depositary', 'Treaty depositary'), ('assembly_document', 'Assembly document'), ('un_document', 'United Nations document'), ('state_document', 'State document'), ('academic', 'Academic'), ('ngo', 'Non-governmental organisation'), ('data_set', 'Data set'), ('press', 'Press')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=400, verbose_name='title')),
                ('publisher', models.CharField(max_length=200, verbose_name='publisher')),
                ('published_on', record.fields.PartialDateField(blank=True, default='', help_text='2025, 2025-04 or 2025-04-03.', max_length=11, verbose_name='published on')),
                ('document_no', models.CharField(blank=True, help_text='As printed on the document; never guessed.', max_length=120, verbose_name='document number')),
                ('url', models.URLField(blank=True, help_text='Where it was read; never guessed.', max_length=600, verbose_name='address')),
                ('language', models.CharField(blank=True, help_text='ISO 639: en, fr, es ...', max_length=8, verbose_name='language')),
                ('published_on_earliest', record.fields.SpanEdgeField(blank=True, edge='earliest', editable=False, null=True, text_field='published_on')),
                ('published_on_latest', record.fields.SpanEdgeField(blank=True, edge='latest', editable=False, null=True, text_field='published_on')),
            ],
            options={
                'verbose_name': 'source',
                'verbose_name_plural': 'sources',
                'ordering': ['slug'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('url', ''), _negated=True), models.Q(('document_no', ''), _negated=True), models.Q(('title', ''), _negated=True), _connector='OR'), name='source_can_be_found', violation_error_message='Give an address, a document number or at least a title by which it can be found.')],
            },
        ),
        migrations.CreateModel(
            name='SourceHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_edition', models.PositiveIntegerField(db_default=django.db.models.functions.comparison.Coalesce(django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('record.edition'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.IntegerField()), models.Value(0)))),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(db_index=False, help_text='Publisher, a few words, year: `icc-mongolia-finding-2024`.', max_length=120, verbose_name='key')),
                ('kind', models.CharField(choices=[('court_filing', 'Court filing'), ('court_publication', 'Publication of the Court'), ('treaty_depositary', 'Treaty depositary'), ('assembly_document', 'Assembly document'), ('un_document', 'United Nations document'), ('state_document', 'State document'), ('academic', 'Academic'), ('ngo', 'Non-governmental organisation'), ('data_set', 'Data set'), ('press', 'Press')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=400, verbose_name='title')),
                ('publisher', models.CharField(max_length=200, verbose_name='publisher')),
                ('published_on', record.fields.PartialDateField(blank=True, default='', help_text='2025, 2025-04 or 2025-04-03.', max_length=11, verbose_name='published on')),
                ('document_no', models.CharField(blank=True, help_text='As printed on the document; never guessed.', max_length=120, verbose_name='document number')),
                ('url', models.URLField(blank=True, help_text='Where it was read; never guessed.', max_length=600, verbose_name='address')),
                ('language', models.CharField(blank=True, help_text='ISO 639: en, fr, es ...', max_length=8, verbose_name='language')),
                ('published_on_earliest', record.fields.SpanEdgeField(blank=True, edge='earliest', editable=False, null=True, text_field='published_on')),
                ('published_on_latest', record.fields.SpanEdgeField(blank=True, edge='latest', editable=False, null=True, text_field='published_on')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='record.source')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.F('pgh_obj'), models.OrderBy(models.F('pgh_id'), descending=True), name='source_history_obj')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField()),
                ('field', models.CharField(blank=True, help_text='The name of the field that it speaks of; empty: the whole entry.', max_length=40, verbose_name='field')),
                ('locator', models.CharField(blank=True, help_text='Page, paragraph, heading.', max_length=200, verbose_name='passage')),
                ('stance', models.CharField(choices=[('supports', 'supports'), ('contradicts', 'says otherwise')], default='supports', max_length=11, verbose_name='stance')),
                ('rival_value', models.CharField(blank=True, help_text='What it says instead.', max_length=300, verbose_name='its value')),
                ('reason', models.TextField(blank=True, verbose_name='why the record differs')),
                ('consulted', models.CharField(choices=[('full', 'read in full'), ('excerpt', 'read in excerpt'), ('through', 'known through another source'), ('not_opened', 'not opened')], max_length=10, verbose_name='how it was read')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='record.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'citation',
                'verbose_name_plural': 'citations',
                'ordering': ['content_type', 'object_id', 'field', 'stance', 'source', 'id'],
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='citation_of_an_entry')],
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'field', 'source', 'stance', 'locator'), name='citation_is_given_once', violation_error_message='This source is cited for this already, at the same passage.'), models.CheckConstraint(condition=models.Q(('stance', 'supports'), models.Q(models.Q(('field', ''), _negated=True), models.Q(('rival_value', ''), _negated=True), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='citation_contradiction_says_what_and_why', violation_error_message='A source that says otherwise names the field, its value and why the record differs.'), models.CheckConstraint(condition=models.Q(('stance', 'contradicts'), ('rival_value', ''), _connector='OR'), name='citation_support_has_no_rival_value', violation_error_message='A source that supports the fact has no rival value.')],
            },
        ),
        migrations.CreateModel(
            name='CitationHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_edition', models.PositiveIntegerField(db_default=django.db.models.functions.comparison.Coalesce(django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('record.edition'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.IntegerField()), models.Value(0)))),
                ('id', models.BigIntegerField()),
                ('object_id', models.PositiveBigIntegerField()),
                ('field', models.CharField(blank=True, help_text='The name of the field that it speaks of; empty: the whole entry.', max_length=40, verbose_name='field')),
                ('locator', models.CharField(blank=True, help_text='Page, paragraph, heading.', max_length=200, verbose_name='passage')),
                ('stance', models.CharField(choices=[('supports', 'supports'), ('contradicts', 'says otherwise')], default='supports', max_length=11, verbose_name='stance')),
                ('rival_value', models.CharField(blank=True, help_text='What it says instead.', max_length=300, verbose_name='its value')),
                ('reason', models.TextField(blank=True, verbose_name='why the record differs')),
                ('consulted', models.CharField(choices=[('full', 'read in full'), ('excerpt', 'read in excerpt'), ('through', 'known through another source'), ('not_opened', 'not opened')], max_length=10, verbose_name='how it was read')),
                ('content_type', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contenttypes.contenttype')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='record.citation')),
                ('source', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='record.source', verbose_name='source')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.F('pgh_obj'), models.OrderBy(models.F('pgh_id'), descending=True), name='citation_history_obj')],
            },
        ),
        ]),
        AtOnce([
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='partial_dates', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE first_day date; head text;', func="\n            IF NEW.published_on = '' THEN\n                NEW.published_on_earliest := NULL; NEW.published_on_latest := NULL;\n            ELSE\n                IF NEW.published_on !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?]?$' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'is_a_date', MESSAGE = 'published_on: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.'; END IF;\n                head := rtrim(NEW.published_on, '~?');\n                BEGIN\n                    first_day := (head || substr('-01-01', length(head) - 3))::date;\n                EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'is_a_date', MESSAGE = 'published_on: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.';\n                END;\n                NEW.published_on_earliest := first_day;\n                NEW.published_on_latest := CASE length(head)\n                    WHEN 4 THEN (first_day + interval '1 year' - interval '1 day')::date\n                    WHEN 7 THEN (first_day + interval '1 month' - interval '1 day')::date\n                    ELSE first_day END;\n            END IF;\nRETURN NEW;", hash='717090210d663f7a0639e0a08628e1b2cb90d95a', operation='INSERT OR UPDATE', pgid='pgtrigger_partial_dates_7a36c', table='record_source', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='guard_edition', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE cited record_citation; entry_table text; entry_status text;', func="\n                IF coalesce(current_setting('record.edition', true), '') = '' THEN\n                    FOR cited IN SELECT * FROM record_citation c WHERE c.source_id = NEW.id LOOP\n                        \n        SELECT format('%I', t.app_label || '_' || t.model) INTO entry_table\n            FROM django_content_type t WHERE t.id = cited.content_type_id;\n        EXECUTE 'SELECT status FROM ' || entry_table || ' WHERE id = $1' INTO entry_status USING cited.object_id;\n                        IF entry_status IN ('published', 'retracted') THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'public_change_in_an_edition', MESSAGE = 'A source of a public entry changes only in an edition.'; END IF;\n                    END LOOP;\n                END IF;\n                RETURN NEW;", hash='463fb2ca6490bb560e8665fc9a2ddff32f1b2453', operation='UPDATE', pgid='pgtrigger_guard_edition_486fc', table='record_source', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "record_sourcehistory" ("document_no", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_on_earliest", "published_on_latest", "publisher", "slug", "title", "url") VALUES (NEW."document_no", NEW."id", NEW."kind", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."published_on_earliest", NEW."published_on_latest", NEW."publisher", NEW."slug", NEW."title", NEW."url"); RETURN NULL;', hash='7aaf803b9aaaba0747af13bcf619f5ce77052412', operation='INSERT', pgid='pgtrigger_insert_insert_9e2df', table='record_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "record_sourcehistory" ("document_no", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_on_earliest", "published_on_latest", "publisher", "slug", "title", "url") VALUES (NEW."document_no", NEW."id", NEW."kind", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."published_on_earliest", NEW."published_on_latest", NEW."publisher", NEW."slug", NEW."title", NEW."url"); RETURN NULL;', hash='d09aadc32e159700f048f4b10270921161ffb1bf', operation='UPDATE', pgid='pgtrigger_update_update_665fb', table='record_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "record_sourcehistory" ("document_no", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_on_earliest", "published_on_latest", "publisher", "slug", "title", "url") VALUES (OLD."document_no", OLD."id", OLD."kind", OLD."language", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_on", OLD."published_on_earliest", OLD."published_on_latest", OLD."publisher", OLD."slug", OLD."title", OLD."url"); RETURN NULL;', hash='5a14b3523b968ed5d1336d1bb6c0a8ababe89b77', operation='DELETE', pgid='pgtrigger_delete_delete_583c5', table='record_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citationhistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='85d9ad398e924ba170bb1069d32bfb2289cf7614', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9b1de', table='record_citationhistory', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='guard_edition', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE cited record_citation; entry_table text; entry_status text;', func="\n                IF TG_OP = 'INSERT' THEN cited := NEW; ELSE cited := OLD; END IF;\n                IF coalesce(current_setting('record.edition', true), '') = '' THEN\n                    \n        SELECT format('%I', t.app_label || '_' || t.model) INTO entry_table\n            FROM django_content_type t WHERE t.id = cited.content_type_id;\n        EXECUTE 'SELECT status FROM ' || entry_table || ' WHERE id = $1' INTO entry_status USING cited.object_id;\n                    IF entry_status IN ('published', 'retracted') THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'public_change_in_an_edition', MESSAGE = 'The sources of a public entry change only in an edition.'; END IF;\n                    IF TG_OP = 'UPDATE' THEN\n                        cited := NEW;\n                        \n        SELECT format('%I', t.app_label || '_' || t.model) INTO entry_table\n            FROM django_content_type t WHERE t.id = cited.content_type_id;\n        EXECUTE 'SELECT status FROM ' || entry_table || ' WHERE id = $1' INTO entry_status USING cited.object_id;\n                        IF entry_status IN ('published', 'retracted') THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'public_change_in_an_edition', MESSAGE = 'The sources of a public entry change only in an edition.'; END IF;\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;", hash='95886854c796bad8061c62bd5557a2f91c1b2889', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_guard_edition_288a7', table='record_citation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='last_support_stays', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE cited record_citation; entry_table text; entry_status text;', func="\n                cited := OLD;\n                \n        SELECT format('%I', t.app_label || '_' || t.model) INTO entry_table\n            FROM django_content_type t WHERE t.id = cited.content_type_id;\n        EXECUTE 'SELECT status FROM ' || entry_table || ' WHERE id = $1' INTO entry_status USING cited.object_id;\n                IF entry_status = 'published' AND NOT EXISTS (\n                    SELECT 1 FROM record_citation c WHERE c.content_type_id = OLD.content_type_id\n                      AND c.object_id = OLD.object_id AND c.stance = 'supports')\n                THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'has_citation', MESSAGE = 'A published entry needs a source that supports it.'; END IF;\n                RETURN NULL;", hash='e8b08f0ee346bd81b4c5925faa4fad69b2a8e95e', operation='UPDATE OR DELETE', pgid='pgtrigger_last_support_stays_1421a', table='record_citation', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "record_citationhistory" ("consulted", "content_type_id", "field", "id", "locator", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rival_value", "source_id", "stance") VALUES (NEW."consulted", NEW."content_type_id", NEW."field", NEW."id", NEW."locator", NEW."object_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."rival_value", NEW."source_id", NEW."stance"); RETURN NULL;', hash='a4fddc116fbc3af657d5bb17484bda069dd144d3', operation='INSERT', pgid='pgtrigger_insert_insert_adef6', table='record_citation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "record_citationhistory" ("consulted", "content_type_id", "field", "id", "locator", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rival_value", "source_id", "stance") VALUES (NEW."consulted", NEW."content_type_id", NEW."field", NEW."id", NEW."locator", NEW."object_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."rival_value", NEW."source_id", NEW."stance"); RETURN NULL;', hash='35fd43316e48b60c0d01549c1e6b258b74be7355', operation='UPDATE', pgid='pgtrigger_update_update_348b1', table='record_citation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "record_citationhistory" ("consulted", "content_type_id", "field", "id", "locator", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rival_value", "source_id", "stance") VALUES (OLD."consulted", OLD."content_type_id", OLD."field", OLD."id", OLD."locator", OLD."object_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."rival_value", OLD."source_id", OLD."stance"); RETURN NULL;', hash='1574979486da0c501810705eb960cb13a2f78bf0', operation='DELETE', pgid='pgtrigger_delete_delete_9de71', table='record_citation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sourcehistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='17b9460ce73468eb29fdf0dd81608007d0437672', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_40129', table='record_sourcehistory', when='BEFORE')),
        ),
        ]),
    ]
