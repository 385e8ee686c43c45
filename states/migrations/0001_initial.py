import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
import record.fields
import states.models.membership
from django.conf import settings
from django.db import migrations, models
from record.migrating import AtOnce


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('record', '__first__'),
    ]

    operations = [
        AtOnce([
        migrations.CreateModel(
            name='State',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(blank=True, help_text='The last part of the address. Left empty, it is made by the rule of this kind. Permanent once public.', max_length=140, unique=True, verbose_name='address')),
                ('status', models.CharField(choices=[('draft', 'draft'), ('in_review', 'in review'), ('published', 'published'), ('retracted', 'retracted')], default='draft', editable=False, max_length=10, verbose_name='status')),
                ('origin', models.CharField(choices=[('editor', 'written by an editor'), ('load', 'loaded from the data files')], default='editor', editable=False, max_length=6)),
                ('reviewed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('review_note', models.TextField(blank=True, editable=False, verbose_name='note to the author')),
                ('retraction_reason', models.TextField(blank=True, editable=False, verbose_name='reason for the retraction')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('iso3', models.CharField(help_text='Three capitals: HUN.', max_length=3, unique=True, verbose_name='ISO 3166-1 alpha-3 code')),
                ('name', models.CharField(help_text='As the United Nations writes it, in English.', max_length=100, verbose_name='name')),
                ('name_fr', models.CharField(help_text='As the United Nations writes it, in French.', max_length=100, verbose_name='name in French')),
                ('name_es', models.CharField(help_text='As the United Nations writes it, in Spanish.', max_length=100, verbose_name='name in Spanish')),
                ('regional_group', models.CharField(blank=True, choices=[('african', 'African States'), ('asia_pacific', 'Asia-Pacific States'), ('eastern_european', 'Eastern European States'), ('grulac', 'Latin American and Caribbean States'), ('weog', 'Western European and other States')], help_text='Its group at the United Nations; empty: it sits in none.', max_length=16, verbose_name='regional group')),
                ('un_status', models.CharField(choices=[('member', 'Member of the United Nations'), ('observer', 'Observer State at the United Nations'), ('neither', 'Neither Member nor observer')], help_text='Member, observer or neither.', max_length=8, verbose_name='at the United Nations')),
                ('note', models.TextField(blank=True, help_text='One neutral sentence where the status needs one.', verbose_name='note on its status')),
                ('author', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('reviewer', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='read against its source by')),
            ],
            options={
                'verbose_name': 'State',
                'verbose_name_plural': 'States',
                'ordering': ['name'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('slug', ''), _negated=True), name='state_has_an_address'), models.CheckConstraint(condition=models.Q(('reviewer__isnull', True), ('author__isnull', True), models.Q(('reviewer', models.F('author')), _negated=True), _connector='OR'), name='state_reviewer_is_not_its_author', violation_error_message='Nobody reviews what they wrote: a second person must read it.'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('published', 'retracted')), _negated=True), ('reviewer__isnull', False), ('origin', 'load'), _connector='OR'), name='state_public_was_read_or_loaded', violation_error_message='What is published was read by a second person, or brought in by the loader.'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', False), ('status__in', ('published', 'retracted'))), models.Q(('published_at__isnull', True), ('status__in', ('draft', 'in_review'))), _connector='OR'), name='state_public_has_its_day', violation_error_message='A public entry has the time of its publication, a draft has none.'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'retracted'), _negated=True), models.Q(('retraction_reason', ''), _negated=True), _connector='OR'), name='state_retracted_says_why', violation_error_message='A retraction states its reason.'), models.CheckConstraint(condition=models.Q(('iso3__regex', '^[A-Z]{3}$')), name='state_code_is_three_capitals', violation_error_message="A State's code is three capitals, as in ISO 3166-1 alpha-3.")],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('period', models.GeneratedField(db_persist=True, expression=states.models.membership.DateRange(django.db.models.functions.comparison.Least(models.F('since'), models.F('until')), models.F('until'), models.Value('[)')), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                ('state', models.ForeignKey(db_column='state', on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='states.state', to_field='iso3')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'ordering': ['state', 'since'],
                'indexes': [django.contrib.postgres.indexes.GistIndex(fields=['period'], name='membership_period')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='membership_ends_after_it_begins', violation_error_message='A membership ends after it begins.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('state', '='), ('period', '&&')], name='membership_periods_do_not_overlap', violation_error_message='Two periods of membership of a State cannot overlap.')],
            },
        ),
        migrations.CreateModel(
            name='StateHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_edition', models.PositiveIntegerField(db_default=django.db.models.functions.comparison.Coalesce(django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('record.edition'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.IntegerField()), models.Value(0)))),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(blank=True, db_index=False, help_text='The last part of the address. Left empty, it is made by the rule of this kind. Permanent once public.', max_length=140, verbose_name='address')),
                ('status', models.CharField(choices=[('draft', 'draft'), ('in_review', 'in review'), ('published', 'published'), ('retracted', 'retracted')], default='draft', editable=False, max_length=10, verbose_name='status')),
                ('origin', models.CharField(choices=[('editor', 'written by an editor'), ('load', 'loaded from the data files')], default='editor', editable=False, max_length=6)),
                ('reviewed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('review_note', models.TextField(blank=True, editable=False, verbose_name='note to the author')),
                ('retraction_reason', models.TextField(blank=True, editable=False, verbose_name='reason for the retraction')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('iso3', models.CharField(help_text='Three capitals: HUN.', max_length=3, verbose_name='ISO 3166-1 alpha-3 code')),
                ('name', models.CharField(help_text='As the United Nations writes it, in English.', max_length=100, verbose_name='name')),
                ('name_fr', models.CharField(help_text='As the United Nations writes it, in French.', max_length=100, verbose_name='name in French')),
                ('name_es', models.CharField(help_text='As the United Nations writes it, in Spanish.', max_length=100, verbose_name='name in Spanish')),
                ('regional_group', models.CharField(blank=True, choices=[('african', 'African States'), ('asia_pacific', 'Asia-Pacific States'), ('eastern_european', 'Eastern European States'), ('grulac', 'Latin American and Caribbean States'), ('weog', 'Western European and other States')], help_text='Its group at the United Nations; empty: it sits in none.', max_length=16, verbose_name='regional group')),
                ('un_status', models.CharField(choices=[('member', 'Member of the United Nations'), ('observer', 'Observer State at the United Nations'), ('neither', 'Neither Member nor observer')], help_text='Member, observer or neither.', max_length=8, verbose_name='at the United Nations')),
                ('note', models.TextField(blank=True, help_text='One neutral sentence where the status needs one.', verbose_name='note on its status')),
                ('author', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='states.state')),
                ('reviewer', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='read against its source by')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.F('pgh_obj'), models.OrderBy(models.F('pgh_id'), descending=True), name='state_history_obj')],
            },
        ),
        migrations.CreateModel(
            name='Treaty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(blank=True, help_text='The last part of the address. Left empty, it is made by the rule of this kind. Permanent once public.', max_length=140, unique=True, verbose_name='address')),
                ('status', models.CharField(choices=[('draft', 'draft'), ('in_review', 'in review'), ('published', 'published'), ('retracted', 'retracted')], default='draft', editable=False, max_length=10, verbose_name='status')),
                ('origin', models.CharField(choices=[('editor', 'written by an editor'), ('load', 'loaded from the data files')], default='editor', editable=False, max_length=6)),
                ('reviewed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('review_note', models.TextField(blank=True, editable=False, verbose_name='note to the author')),
                ('retraction_reason', models.TextField(blank=True, editable=False, verbose_name='reason for the retraction')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('name', models.CharField(help_text='Its official title.', max_length=200, verbose_name='name')),
                ('kind', models.CharField(choices=[('statute', 'Statute'), ('agreement', 'agreement'), ('amendment', 'amendment')], help_text='Statute, agreement or amendment.', max_length=10, verbose_name='kind')),
                ('adopted_on', record.fields.PartialDateField(blank=True, default='', help_text='The day of its adoption.', max_length=11, verbose_name='adopted on')),
                ('in_force_on', record.fields.PartialDateField(blank=True, default='', help_text='Its general entry into force; empty: not in force.', max_length=11, verbose_name='in force since')),
                ('note', models.TextField(blank=True, help_text='A neutral sentence.', verbose_name='note')),
                ('adopted_on_earliest', record.fields.SpanEdgeField(blank=True, edge='earliest', editable=False, null=True, text_field='adopted_on')),
                ('adopted_on_latest', record.fields.SpanEdgeField(blank=True, edge='latest', editable=False, null=True, text_field='adopted_on')),
                ('in_force_on_earliest', record.fields.SpanEdgeField(blank=True, edge='earliest', editable=False, null=True, text_field='in_force_on')),
                ('in_force_on_latest', record.fields.SpanEdgeField(blank=True, edge='latest', editable=False, null=True, text_field='in_force_on')),
                ('author', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('reviewer', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='read against its source by')),
            ],
            options={
                'verbose_name': 'treaty',
                'verbose_name_plural': 'treaties',
                'ordering': ['slug'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('slug', ''), _negated=True), name='treaty_has_an_address'), models.CheckConstraint(condition=models.Q(('reviewer__isnull', True), ('author__isnull', True), models.Q(('reviewer', models.F('author')), _negated=True), _connector='OR'), name='treaty_reviewer_is_not_its_author', violation_error_message='Nobody reviews what they wrote: a second person must read it.'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('published', 'retracted')), _negated=True), ('reviewer__isnull', False), ('origin', 'load'), _connector='OR'), name='treaty_public_was_read_or_loaded', violation_error_message='What is published was read by a second person, or brought in by the loader.'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', False), ('status__in', ('published', 'retracted'))), models.Q(('published_at__isnull', True), ('status__in', ('draft', 'in_review'))), _connector='OR'), name='treaty_public_has_its_day', violation_error_message='A public entry has the time of its publication, a draft has none.'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'retracted'), _negated=True), models.Q(('retraction_reason', ''), _negated=True), _connector='OR'), name='treaty_retracted_says_why', violation_error_message='A retraction states its reason.')],
            },
        ),
        migrations.CreateModel(
            name='TreatyAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(blank=True, help_text='The last part of the address. Left empty, it is made by the rule of this kind. Permanent once public.', max_length=140, unique=True, verbose_name='address')),
                ('status', models.CharField(choices=[('draft', 'draft'), ('in_review', 'in review'), ('published', 'published'), ('retracted', 'retracted')], default='draft', editable=False, max_length=10, verbose_name='status')),
                ('origin', models.CharField(choices=[('editor', 'written by an editor'), ('load', 'loaded from the data files')], default='editor', editable=False, max_length=6)),
                ('reviewed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('review_note', models.TextField(blank=True, editable=False, verbose_name='note to the author')),
                ('retraction_reason', models.TextField(blank=True, editable=False, verbose_name='reason for the retraction')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('kind', models.CharField(choices=[('signature', 'signature'), ('ratification', 'ratification'), ('acceptance', 'acceptance'), ('approval', 'approval'), ('accession', 'accession'), ('succession', 'succession'), ('withdrawal_notified', 'notification of withdrawal'), ('withdrawal_rescinded', 'withdrawal of that notification'), ('instrument_withdrawn', 'withdrawal of the instrument before entry into force'), ('intent_not_to_ratify', 'notice of the intent not to become a Party')], help_text='What was done.', max_length=20, verbose_name='act')),
                ('effected_on', models.DateField(help_text='“Action effected on” of the depositary: deposit or receipt, not the date of its circular.', verbose_name='effected on')),
                ('takes_effect_on', models.DateField(blank=True, help_text='Only where a notice of withdrawal names a later day than one year after its receipt (article 127(1)).', null=True, verbose_name='takes effect on')),
                ('notification_no', models.CharField(blank=True, help_text='As printed: C.N.225.2025. Empty: not found.', max_length=40, verbose_name='depositary notification')),
                ('made_public_on', record.fields.PartialDateField(blank=True, default='', help_text="The date of the depositary's circular.", max_length=11, verbose_name='circulated on')),
                ('note', models.TextField(blank=True, help_text='A neutral sentence.', verbose_name='note')),
                ('made_public_on_earliest', record.fields.SpanEdgeField(blank=True, edge='earliest', editable=False, null=True, text_field='made_public_on')),
                ('made_public_on_latest', record.fields.SpanEdgeField(blank=True, edge='latest', editable=False, null=True, text_field='made_public_on')),
                ('author', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('reviewer', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='read against its source by')),
                ('state', models.ForeignKey(db_column='state', help_text='The State that acted.', on_delete=django.db.models.deletion.PROTECT, related_name='treaty_actions', to='states.state', to_field='iso3', verbose_name='State')),
                ('treaty', models.ForeignKey(help_text='The treaty acted on.', on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='states.treaty', verbose_name='treaty')),
            ],
            options={
                'verbose_name': 'treaty action',
                'verbose_name_plural': 'treaty actions',
                'ordering': ['-effected_on', 'slug'],
                'abstract': False,
                'indexes': [models.Index(fields=['state', 'effected_on'], name='treaty_action_of_a_state')],
                'constraints': [models.CheckConstraint(condition=models.Q(('slug', ''), _negated=True), name='treatyaction_has_an_address'), models.CheckConstraint(condition=models.Q(('reviewer__isnull', True), ('author__isnull', True), models.Q(('reviewer', models.F('author')), _negated=True), _connector='OR'), name='treatyaction_reviewer_is_not_its_author', violation_error_message='Nobody reviews what they wrote: a second person must read it.'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('published', 'retracted')), _negated=True), ('reviewer__isnull', False), ('origin', 'load'), _connector='OR'), name='treatyaction_public_was_read_or_loaded', violation_error_message='What is published was read by a second person, or brought in by the loader.'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', False), ('status__in', ('published', 'retracted'))), models.Q(('published_at__isnull', True), ('status__in', ('draft', 'in_review'))), _connector='OR'), name='treatyaction_public_has_its_day', violation_error_message='A public entry has the time of its publication, a draft has none.'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'retracted'), _negated=True), models.Q(('retraction_reason', ''), _negated=True), _connector='OR'), name='treatyaction_retracted_says_why', violation_error_message='A retraction states its reason.'), models.UniqueConstraint(fields=('state', 'treaty', 'kind', 'effected_on'), name='treaty_action_happens_once', violation_error_message='This act of this State on this day is on record already.'), models.CheckConstraint(condition=models.Q(('takes_effect_on__isnull', True), ('takes_effect_on__gte', models.F('effected_on')), _connector='OR'), name='treaty_action_takes_effect_after_it_is_effected', violation_error_message='An act cannot take effect before it is effected.'), models.CheckConstraint(condition=models.Q(('takes_effect_on__isnull', True), ('kind', 'withdrawal_notified'), _connector='OR'), name='treaty_action_only_a_withdrawal_names_its_day', violation_error_message='Only a notice of withdrawal may name the day on which it takes effect (article 127).')],
            },
        ),
        migrations.CreateModel(
            name='TreatyActionHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_edition', models.PositiveIntegerField(db_default=django.db.models.functions.comparison.Coalesce(django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('record.edition'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.IntegerField()), models.Value(0)))),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(blank=True, db_index=False, help_text='The last part of the address. Left empty, it is made by the rule of this kind. Permanent once public.', max_length=140, verbose_name='address')),
                ('status', models.CharField(choices=[('draft', 'draft'), ('in_review', 'in review'), ('published', 'published'), ('retracted', 'retracted')], default='draft', editable=False, max_length=10, verbose_name='status')),
                ('origin', models.CharField(choices=[('editor', 'written by an editor'), ('load', 'loaded from the data files')], default='editor', editable=False, max_length=6)),
                ('reviewed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('review_note', models.TextField(blank=True, editable=False, verbose_name='note to the author')),
                ('retraction_reason', models.TextField(blank=True, editable=False, verbose_name='reason for the retraction')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('kind', models.CharField(choices=[('signature', 'signature'), ('ratification', 'ratification'), ('acceptance', 'acceptance'), ('approval', 'approval'), ('accession', 'accession'), ('succession', 'succession'), ('withdrawal_notified', 'notification of withdrawal'), ('withdrawal_rescinded', 'withdrawal of that notification'), ('instrument_withdrawn', 'withdrawal of the instrument before entry into force'), ('intent_not_to_ratify', 'notice of the intent not to become a Party')], help_text='What was done.', max_length=20, verbose_name='act')),
                ('effected_on', models.DateField(help_text='“Action effected on” of the depositary: deposit or receipt, not the date of its circular.', verbose_name='effected on')),
                ('takes_effect_on', models.DateField(blank=True, help_text='Only where a notice of withdrawal names a later day than one year after its receipt (article 127(1)).', null=True, verbose_name='takes effect on')),
                ('notification_no', models.CharField(blank=True, help_text='As printed: C.N.225.2025. Empty: not found.', max_length=40, verbose_name='depositary notification')),
                ('made_public_on', record.fields.PartialDateField(blank=True, default='', help_text="The date of the depositary's circular.", max_length=11, verbose_name='circulated on')),
                ('note', models.TextField(blank=True, help_text='A neutral sentence.', verbose_name='note')),
                ('made_public_on_earliest', record.fields.SpanEdgeField(blank=True, edge='earliest', editable=False, null=True, text_field='made_public_on')),
                ('made_public_on_latest', record.fields.SpanEdgeField(blank=True, edge='latest', editable=False, null=True, text_field='made_public_on')),
                ('author', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='states.treatyaction')),
                ('reviewer', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='read against its source by')),
                ('state', models.ForeignKey(db_column='state', db_constraint=False, help_text='The State that acted.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='states.state', to_field='iso3', verbose_name='State')),
                ('treaty', models.ForeignKey(db_constraint=False, help_text='The treaty acted on.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='states.treaty', verbose_name='treaty')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.F('pgh_obj'), models.OrderBy(models.F('pgh_id'), descending=True), name='treatyaction_history_obj')],
            },
        ),
        migrations.CreateModel(
            name='TreatyHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_edition', models.PositiveIntegerField(db_default=django.db.models.functions.comparison.Coalesce(django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.NullIf(models.Func(models.Value('record.edition'), models.Value(True), function='current_setting', output_field=models.TextField()), models.Value('')), models.IntegerField()), models.Value(0)))),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(blank=True, db_index=False, help_text='The last part of the address. Left empty, it is made by the rule of this kind. Permanent once public.', max_length=140, verbose_name='address')),
                ('status', models.CharField(choices=[('draft', 'draft'), ('in_review', 'in review'), ('published', 'published'), ('retracted', 'retracted')], default='draft', editable=False, max_length=10, verbose_name='status')),
                ('origin', models.CharField(choices=[('editor', 'written by an editor'), ('load', 'loaded from the data files')], default='editor', editable=False, max_length=6)),
                ('reviewed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('review_note', models.TextField(blank=True, editable=False, verbose_name='note to the author')),
                ('retraction_reason', models.TextField(blank=True, editable=False, verbose_name='reason for the retraction')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('name', models.CharField(help_text='Its official title.', max_length=200, verbose_name='name')),
                ('kind', models.CharField(choices=[('statute', 'Statute'), ('agreement', 'agreement'), ('amendment', 'amendment')], help_text='Statute, agreement or amendment.', max_length=10, verbose_name='kind')),
                ('adopted_on', record.fields.PartialDateField(blank=True, default='', help_text='The day of its adoption.', max_length=11, verbose_name='adopted on')),
                ('in_force_on', record.fields.PartialDateField(blank=True, default='', help_text='Its general entry into force; empty: not in force.', max_length=11, verbose_name='in force since')),
                ('note', models.TextField(blank=True, help_text='A neutral sentence.', verbose_name='note')),
                ('adopted_on_earliest', record.fields.SpanEdgeField(blank=True, edge='earliest', editable=False, null=True, text_field='adopted_on')),
                ('adopted_on_latest', record.fields.SpanEdgeField(blank=True, edge='latest', editable=False, null=True, text_field='adopted_on')),
                ('in_force_on_earliest', record.fields.SpanEdgeField(blank=True, edge='earliest', editable=False, null=True, text_field='in_force_on')),
                ('in_force_on_latest', record.fields.SpanEdgeField(blank=True, edge='latest', editable=False, null=True, text_field='in_force_on')),
                ('author', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='states.treaty')),
                ('reviewer', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='read against its source by')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.F('pgh_obj'), models.OrderBy(models.F('pgh_id'), descending=True), name='treaty_history_obj')],
            },
        ),
        ]),
        AtOnce([
        pgtrigger.migrations.AddTrigger(
            model_name='state',
            trigger=pgtrigger.compiler.Trigger(name='partial_dates', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE first_day date; head text;', func='\nRETURN NEW;', hash='d64cdd93759d01284a7f20e3b03df5b15f43fc15', operation='INSERT OR UPDATE', pgid='pgtrigger_partial_dates_a0111', table='states_state', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='state',
            trigger=pgtrigger.compiler.Trigger(name='guard_edition', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE was_public boolean DEFAULT false;', func="\n                IF TG_OP = 'UPDATE' THEN\n                    was_public := OLD.published_at IS NOT NULL;\n                    IF was_public AND NEW.slug <> OLD.slug THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'address_is_for_ever', MESSAGE = 'The address of an entry that was once public cannot change.'; END IF;\n                    IF was_public AND NEW.published_at IS NULL THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'once_public_stays_public', MESSAGE = 'An entry that was once public cannot become a draft again: retract it.'; END IF;\n                END IF;\n                IF (was_public OR NEW.status IN ('published', 'retracted')) AND coalesce(current_setting('record.edition', true), '') = '' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'public_change_in_an_edition', MESSAGE = 'A public entry changes only in an edition: publish, correct or retract it.'; END IF;\n                RETURN NEW;", hash='65af72065675e032b0a9d4e6a0e0818f0abf8ba9', operation='INSERT OR UPDATE', pgid='pgtrigger_guard_edition_50040', table='states_state', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='state',
            trigger=pgtrigger.compiler.Trigger(name='guard_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = '23001', CONSTRAINT = 'once_public_never_deleted', MESSAGE = 'An entry that was once public cannot be deleted: retract it.'; END IF; RETURN OLD;", hash='feec412dcb5b44922583cdc1c0ebd86e31228986', operation='DELETE', pgid='pgtrigger_guard_delete_e109e', table='states_state', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='state',
            trigger=pgtrigger.compiler.Trigger(name='has_citation', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n                IF EXISTS (SELECT 1 FROM states_state e WHERE e.id = NEW.id AND e.status = 'published')\n                   AND NOT EXISTS (\n                    SELECT 1 FROM record_citation c JOIN django_content_type t ON t.id = c.content_type_id\n                    WHERE t.app_label = 'states' AND t.model = 'state'\n                      AND c.object_id = NEW.id AND c.stance = 'supports')\n                THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'has_citation', MESSAGE = 'A published entry needs a source that supports it.'; END IF;\n                RETURN NULL;", hash='9279215c927a39f29d15ed836d1e7b32890cc400', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_has_citation_ad183', table='states_state', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='state',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "states_statehistory" ("author_id", "created_at", "id", "iso3", "name", "name_es", "name_fr", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "regional_group", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "status", "un_status", "updated_at") VALUES (NEW."author_id", NEW."created_at", NEW."id", NEW."iso3", NEW."name", NEW."name_es", NEW."name_fr", NEW."note", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."regional_group", NEW."retraction_reason", NEW."review_note", NEW."reviewed_at", NEW."reviewer_id", NEW."slug", NEW."status", NEW."un_status", NEW."updated_at"); RETURN NULL;', hash='e9a9f96f0993c502a54a9f184bbd0424cd0f127e', operation='INSERT', pgid='pgtrigger_insert_insert_0fcbb', table='states_state', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='state',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "states_statehistory" ("author_id", "created_at", "id", "iso3", "name", "name_es", "name_fr", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "regional_group", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "status", "un_status", "updated_at") VALUES (NEW."author_id", NEW."created_at", NEW."id", NEW."iso3", NEW."name", NEW."name_es", NEW."name_fr", NEW."note", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."regional_group", NEW."retraction_reason", NEW."review_note", NEW."reviewed_at", NEW."reviewer_id", NEW."slug", NEW."status", NEW."un_status", NEW."updated_at"); RETURN NULL;', hash='9abdba7315e3d7fce40f5dd1a2943e78c0c9192e', operation='UPDATE', pgid='pgtrigger_update_update_24e34', table='states_state', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='state',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "states_statehistory" ("author_id", "created_at", "id", "iso3", "name", "name_es", "name_fr", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "regional_group", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "status", "un_status", "updated_at") VALUES (OLD."author_id", OLD."created_at", OLD."id", OLD."iso3", OLD."name", OLD."name_es", OLD."name_fr", OLD."note", OLD."origin", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."regional_group", OLD."retraction_reason", OLD."review_note", OLD."reviewed_at", OLD."reviewer_id", OLD."slug", OLD."status", OLD."un_status", OLD."updated_at"); RETURN NULL;', hash='6b2c2373744689bfc9512c99e6148f21ef68926b', operation='DELETE', pgid='pgtrigger_delete_delete_81011', table='states_state', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statehistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d1050e28f2d2a75c969ef31c0e449ae89310b0fb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_df0c0', table='states_statehistory', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treaty',
            trigger=pgtrigger.compiler.Trigger(name='partial_dates', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE first_day date; head text;', func="\n            IF NEW.adopted_on = '' THEN\n                NEW.adopted_on_earliest := NULL; NEW.adopted_on_latest := NULL;\n            ELSE\n                IF NEW.adopted_on !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?]?$' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'is_a_date', MESSAGE = 'adopted_on: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.'; END IF;\n                head := rtrim(NEW.adopted_on, '~?');\n                BEGIN\n                    first_day := (head || substr('-01-01', length(head) - 3))::date;\n                EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'is_a_date', MESSAGE = 'adopted_on: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.';\n                END;\n                NEW.adopted_on_earliest := first_day;\n                NEW.adopted_on_latest := CASE length(head)\n                    WHEN 4 THEN (first_day + interval '1 year' - interval '1 day')::date\n                    WHEN 7 THEN (first_day + interval '1 month' - interval '1 day')::date\n                    ELSE first_day END;\n            END IF;\n\n            IF NEW.in_force_on = '' THEN\n                NEW.in_force_on_earliest := NULL; NEW.in_force_on_latest := NULL;\n            ELSE\n                IF NEW.in_force_on !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?]?$' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'is_a_date', MESSAGE = 'in_force_on: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.'; END IF;\n                head := rtrim(NEW.in_force_on, '~?');\n                BEGIN\n                    first_day := (head || substr('-01-01', length(head) - 3))::date;\n                EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'is_a_date', MESSAGE = 'in_force_on: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.';\n                END;\n                NEW.in_force_on_earliest := first_day;\n                NEW.in_force_on_latest := CASE length(head)\n                    WHEN 4 THEN (first_day + interval '1 year' - interval '1 day')::date\n                    WHEN 7 THEN (first_day + interval '1 month' - interval '1 day')::date\n                    ELSE first_day END;\n            END IF;\nRETURN NEW;", hash='7b337638d3e60a833c2daed3470ab564412ab192', operation='INSERT OR UPDATE', pgid='pgtrigger_partial_dates_2f226', table='states_treaty', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treaty',
            trigger=pgtrigger.compiler.Trigger(name='guard_edition', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE was_public boolean DEFAULT false;', func="\n                IF TG_OP = 'UPDATE' THEN\n                    was_public := OLD.published_at IS NOT NULL;\n                    IF was_public AND NEW.slug <> OLD.slug THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'address_is_for_ever', MESSAGE = 'The address of an entry that was once public cannot change.'; END IF;\n                    IF was_public AND NEW.published_at IS NULL THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'once_public_stays_public', MESSAGE = 'An entry that was once public cannot become a draft again: retract it.'; END IF;\n                END IF;\n                IF (was_public OR NEW.status IN ('published', 'retracted')) AND coalesce(current_setting('record.edition', true), '') = '' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'public_change_in_an_edition', MESSAGE = 'A public entry changes only in an edition: publish, correct or retract it.'; END IF;\n                RETURN NEW;", hash='12dc7d9dc978809e38a22260f4e7de830c179d89', operation='INSERT OR UPDATE', pgid='pgtrigger_guard_edition_973b7', table='states_treaty', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treaty',
            trigger=pgtrigger.compiler.Trigger(name='guard_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = '23001', CONSTRAINT = 'once_public_never_deleted', MESSAGE = 'An entry that was once public cannot be deleted: retract it.'; END IF; RETURN OLD;", hash='8b656421da2a588e36387f539cf569436749c228', operation='DELETE', pgid='pgtrigger_guard_delete_81ad6', table='states_treaty', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treaty',
            trigger=pgtrigger.compiler.Trigger(name='has_citation', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n                IF EXISTS (SELECT 1 FROM states_treaty e WHERE e.id = NEW.id AND e.status = 'published')\n                   AND NOT EXISTS (\n                    SELECT 1 FROM record_citation c JOIN django_content_type t ON t.id = c.content_type_id\n                    WHERE t.app_label = 'states' AND t.model = 'treaty'\n                      AND c.object_id = NEW.id AND c.stance = 'supports')\n                THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'has_citation', MESSAGE = 'A published entry needs a source that supports it.'; END IF;\n                RETURN NULL;", hash='c58549b91e1d03f3a2a44923e8b52788b59f5ba4', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_has_citation_a1d5d', table='states_treaty', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treaty',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "states_treatyhistory" ("adopted_on", "adopted_on_earliest", "adopted_on_latest", "author_id", "created_at", "id", "in_force_on", "in_force_on_earliest", "in_force_on_latest", "kind", "name", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "status", "updated_at") VALUES (NEW."adopted_on", NEW."adopted_on_earliest", NEW."adopted_on_latest", NEW."author_id", NEW."created_at", NEW."id", NEW."in_force_on", NEW."in_force_on_earliest", NEW."in_force_on_latest", NEW."kind", NEW."name", NEW."note", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."retraction_reason", NEW."review_note", NEW."reviewed_at", NEW."reviewer_id", NEW."slug", NEW."status", NEW."updated_at"); RETURN NULL;', hash='d45acae7f024080ccc19ea3c1f55442e9575d14e', operation='INSERT', pgid='pgtrigger_insert_insert_aee3e', table='states_treaty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treaty',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "states_treatyhistory" ("adopted_on", "adopted_on_earliest", "adopted_on_latest", "author_id", "created_at", "id", "in_force_on", "in_force_on_earliest", "in_force_on_latest", "kind", "name", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "status", "updated_at") VALUES (NEW."adopted_on", NEW."adopted_on_earliest", NEW."adopted_on_latest", NEW."author_id", NEW."created_at", NEW."id", NEW."in_force_on", NEW."in_force_on_earliest", NEW."in_force_on_latest", NEW."kind", NEW."name", NEW."note", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."retraction_reason", NEW."review_note", NEW."reviewed_at", NEW."reviewer_id", NEW."slug", NEW."status", NEW."updated_at"); RETURN NULL;', hash='35970415f726e7bd97454a80c0e0d9b020a69827', operation='UPDATE', pgid='pgtrigger_update_update_986b3', table='states_treaty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treaty',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "states_treatyhistory" ("adopted_on", "adopted_on_earliest", "adopted_on_latest", "author_id", "created_at", "id", "in_force_on", "in_force_on_earliest", "in_force_on_latest", "kind", "name", "note", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "status", "updated_at") VALUES (OLD."adopted_on", OLD."adopted_on_earliest", OLD."adopted_on_latest", OLD."author_id", OLD."created_at", OLD."id", OLD."in_force_on", OLD."in_force_on_earliest", OLD."in_force_on_latest", OLD."kind", OLD."name", OLD."note", OLD."origin", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."retraction_reason", OLD."review_note", OLD."reviewed_at", OLD."reviewer_id", OLD."slug", OLD."status", OLD."updated_at"); RETURN NULL;', hash='79fe203f031f9129b1aec0a99b68e40c121185bf', operation='DELETE', pgid='pgtrigger_delete_delete_913b9', table='states_treaty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyaction',
            trigger=pgtrigger.compiler.Trigger(name='partial_dates', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE first_day date; head text;', func="\n            IF NEW.made_public_on = '' THEN\n                NEW.made_public_on_earliest := NULL; NEW.made_public_on_latest := NULL;\n            ELSE\n                IF NEW.made_public_on !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?]?$' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'is_a_date', MESSAGE = 'made_public_on: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.'; END IF;\n                head := rtrim(NEW.made_public_on, '~?');\n                BEGIN\n                    first_day := (head || substr('-01-01', length(head) - 3))::date;\n                EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'is_a_date', MESSAGE = 'made_public_on: not a date. Write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.';\n                END;\n                NEW.made_public_on_earliest := first_day;\n                NEW.made_public_on_latest := CASE length(head)\n                    WHEN 4 THEN (first_day + interval '1 year' - interval '1 day')::date\n                    WHEN 7 THEN (first_day + interval '1 month' - interval '1 day')::date\n                    ELSE first_day END;\n            END IF;\nRETURN NEW;", hash='e7b89b144eba6368d07aa2158ca3b27f5db4bbe7', operation='INSERT OR UPDATE', pgid='pgtrigger_partial_dates_ae4a1', table='states_treatyaction', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyaction',
            trigger=pgtrigger.compiler.Trigger(name='guard_edition', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE was_public boolean DEFAULT false;', func="\n                IF TG_OP = 'UPDATE' THEN\n                    was_public := OLD.published_at IS NOT NULL;\n                    IF was_public AND NEW.slug <> OLD.slug THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'address_is_for_ever', MESSAGE = 'The address of an entry that was once public cannot change.'; END IF;\n                    IF was_public AND NEW.published_at IS NULL THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'once_public_stays_public', MESSAGE = 'An entry that was once public cannot become a draft again: retract it.'; END IF;\n                END IF;\n                IF (was_public OR NEW.status IN ('published', 'retracted')) AND coalesce(current_setting('record.edition', true), '') = '' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'public_change_in_an_edition', MESSAGE = 'A public entry changes only in an edition: publish, correct or retract it.'; END IF;\n                RETURN NEW;", hash='9962c2fbdc9ac0e6188ec54e8b695d573674f233', operation='INSERT OR UPDATE', pgid='pgtrigger_guard_edition_5caeb', table='states_treatyaction', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyaction',
            trigger=pgtrigger.compiler.Trigger(name='guard_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = '23001', CONSTRAINT = 'once_public_never_deleted', MESSAGE = 'An entry that was once public cannot be deleted: retract it.'; END IF; RETURN OLD;", hash='04d2a0570ff70d96da3aa07a5a532e4e3939dca9', operation='DELETE', pgid='pgtrigger_guard_delete_f5205', table='states_treatyaction', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyaction',
            trigger=pgtrigger.compiler.Trigger(name='has_citation', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n                IF EXISTS (SELECT 1 FROM states_treatyaction e WHERE e.id = NEW.id AND e.status = 'published')\n                   AND NOT EXISTS (\n                    SELECT 1 FROM record_citation c JOIN django_content_type t ON t.id = c.content_type_id\n                    WHERE t.app_label = 'states' AND t.model = 'treatyaction'\n                      AND c.object_id = NEW.id AND c.stance = 'supports')\n                THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'has_citation', MESSAGE = 'A published entry needs a source that supports it.'; END IF;\n                RETURN NULL;", hash='cb5f687382dfda75cfb2e456abb2f4b5236759c2', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_has_citation_46d9a', table='states_treatyaction', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyaction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "states_treatyactionhistory" ("author_id", "created_at", "effected_on", "id", "kind", "made_public_on", "made_public_on_earliest", "made_public_on_latest", "note", "notification_no", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "state", "status", "takes_effect_on", "treaty_id", "updated_at") VALUES (NEW."author_id", NEW."created_at", NEW."effected_on", NEW."id", NEW."kind", NEW."made_public_on", NEW."made_public_on_earliest", NEW."made_public_on_latest", NEW."note", NEW."notification_no", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."retraction_reason", NEW."review_note", NEW."reviewed_at", NEW."reviewer_id", NEW."slug", NEW."state", NEW."status", NEW."takes_effect_on", NEW."treaty_id", NEW."updated_at"); RETURN NULL;', hash='ef45ebf9493e96f6934941ae77d0526964e91c07', operation='INSERT', pgid='pgtrigger_insert_insert_34c49', table='states_treatyaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyaction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "states_treatyactionhistory" ("author_id", "created_at", "effected_on", "id", "kind", "made_public_on", "made_public_on_earliest", "made_public_on_latest", "note", "notification_no", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "state", "status", "takes_effect_on", "treaty_id", "updated_at") VALUES (NEW."author_id", NEW."created_at", NEW."effected_on", NEW."id", NEW."kind", NEW."made_public_on", NEW."made_public_on_earliest", NEW."made_public_on_latest", NEW."note", NEW."notification_no", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."retraction_reason", NEW."review_note", NEW."reviewed_at", NEW."reviewer_id", NEW."slug", NEW."state", NEW."status", NEW."takes_effect_on", NEW."treaty_id", NEW."updated_at"); RETURN NULL;', hash='dc824eea094102333f9526746f311594fb6776ac', operation='UPDATE', pgid='pgtrigger_update_update_a4476', table='states_treatyaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyaction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "states_treatyactionhistory" ("author_id", "created_at", "effected_on", "id", "kind", "made_public_on", "made_public_on_earliest", "made_public_on_latest", "note", "notification_no", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "retraction_reason", "review_note", "reviewed_at", "reviewer_id", "slug", "state", "status", "takes_effect_on", "treaty_id", "updated_at") VALUES (OLD."author_id", OLD."created_at", OLD."effected_on", OLD."id", OLD."kind", OLD."made_public_on", OLD."made_public_on_earliest", OLD."made_public_on_latest", OLD."note", OLD."notification_no", OLD."origin", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."retraction_reason", OLD."review_note", OLD."reviewed_at", OLD."reviewer_id", OLD."slug", OLD."state", OLD."status", OLD."takes_effect_on", OLD."treaty_id", OLD."updated_at"); RETURN NULL;', hash='2e35522ee0fc6a8c9762338340b5dd3b9a3d9bfa', operation='DELETE', pgid='pgtrigger_delete_delete_65c35', table='states_treatyaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyactionhistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='470c561087d1d58be03c18d1403c2004dc323641', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f5a0f', table='states_treatyactionhistory', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatyhistory',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b705fbc3f8ef46389639d11242140b3d4b1d5466', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_417e3', table='states_treatyhistory', when='BEFORE')),
        ),
        ]),
    ]
