"""Rules of the record itself, for every kind of entry, named in none of them."""

from django.apps import apps
from django.db import connection, models
from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.collection import collections
from record.day import today
from record.fields import SpanEdgeField, partial_date_fields
from record.invariants.registry import Offence, Severity, invariant
from record.models import Correction, Entry, Hold, NoticeKind, Origin, Source, Stance, Status

AHEAD = {  # dates of what is to come
    "deadline_on", "takes_effect_on", "until", "covers_to", "starts_on", "ends_on", "scheduled_until", "held_on", "ended_on", "taken_up_on",
}  # fmt: skip


@invariant(
    "published-has-its-source",
    _("Every published entry has at least one source that supports it."),
    severity=Severity.BLOCKING,
    rule=_("Our method: no fact without a source (rule G37)"),
)
def published_without_source():
    for collection in collections():
        unsupported = collection.model.objects.public().exclude(citations__stance=Stance.SUPPORTS)
        for slug in unsupported.values_list("slug", flat=True):
            yield Offence(f"{collection.name}/{slug}", _t("No source supports it."))


@invariant(
    "public-points-to-public",
    _("No public entry points to one that is a draft, retracted or held."),
    severity=Severity.BLOCKING,
    rule=_("Our method: what is public rests on what is public"),
)
def public_pointing_to_hidden():
    for collection in collections():
        model = collection.model
        links = [field for field in (*model._meta.concrete_fields, *model._meta.many_to_many) if _is_of_entries(field)]
        for path, name in [(field.name, field.verbose_name) for field in links]:
            hidden = Q(**{f"{path}__isnull": False}) & ~Q(**{f"{path}__status": Status.PUBLISHED, f"{path}__hold": Hold.NONE})
            for slug in model.objects.public().filter(hidden).values_list("slug", flat=True):
                yield Offence(f"{collection.name}/{slug}", _t("Its “%(field)s” is an entry that is not public.") % {"field": name})


def _is_of_entries(field):
    return field.is_relation and field.related_model and issubclass(field.related_model, Entry)


@invariant(
    "source-shown-where-cited",
    _("A source is shown exactly where an entry that has an address cites it."),
    severity=Severity.BLOCKING,
    rule=_("Our method: a source is public with what it supports"),
)
def sources_shown_wrongly():
    cited = set()
    for collection in collections():
        cited |= set(collection.model.objects.addressable().order_by().values_list("citations__source", flat=True).distinct())
    for pk, slug, is_shown in Source.objects.values_list("pk", "slug", "shown"):
        if is_shown and pk not in cited:
            yield Offence(f"sources/{slug}", _t("It is shown, and no public entry cites it."))
        if not is_shown and pk in cited:
            yield Offence(f"sources/{slug}", _t("A public entry cites it, and it is not shown."))


@invariant(
    "read-by-another-or-loaded",
    _("What is public was read by a second person, who did not write it, or was brought in by the loader and says so."),
    severity=Severity.BLOCKING,
    rule=_("Our method: four eyes"),
)
def published_unread():
    for collection in collections():
        public = collection.model.objects.addressable()
        unread = Q(reviewer__isnull=True) & ~Q(origin=Origin.LOAD)
        for slug in public.filter(unread | Q(reviewer=F("author"))).values_list("slug", flat=True):
            yield Offence(f"{collection.name}/{slug}", _t("No second person has read it."))


@invariant(
    "retraction-has-its-notice",
    _("Every entry that was retracted has a public notice that says why."),
    severity=Severity.ERROR,
    rule=_("Our method: corrections are public"),
)
def retracted_without_notice():
    for collection in collections():
        notices = Correction.objects.filter(
            content_type__app_label=collection.model._meta.app_label, content_type__model=collection.model._meta.model_name,
            kind=NoticeKind.RETRACTION, object_id=OuterRef("pk"),
        )  # fmt: skip
        retracted = collection.model.objects.addressable().filter(status=Status.RETRACTED)
        for slug in retracted.exclude(Exists(notices)).values_list("slug", flat=True):
            yield Offence(f"{collection.name}/{slug}", _t("It was retracted, and no notice of it is on record."))


@invariant(
    "history-tells-the-record",
    _("The last event in the history of each row is the row as it stands, so that the record of an earlier edition can be given back."),
    severity=Severity.BLOCKING,
    rule=_("Our method: every change is kept (rule G35)"),
)
def rows_without_their_history():
    for model in apps.get_models():
        relation = getattr(model, "history", None)
        if hasattr(relation, "rel"):
            for row in _differing(model, relation.rel.related_model):
                words = {"kind": model._meta.verbose_name, "number": row[0]}
                yield Offence(row[1], _t("A row was changed without its history: %(kind)s, number %(number)s.") % words)


def _differing(model, history):
    """(pk, key) of the rows whose last event says otherwise, or of what is public was made outside an edition.

    The key is empty but for entries that have an address: a draft and what is held are not named.
    """
    quote = connection.ops.quote_name
    columns = [quote(field.column) for field in model._meta.concrete_fields if not field.generated and not field.primary_key]
    entry = issubclass(model, Entry)
    key = f"CASE WHEN t.status IN ('published', 'retracted') AND t.hold = '' THEN '{model.collection}/' || t.slug ELSE '' END" if entry else "''"
    outside = "OR (t.published_at IS NOT NULL AND e.pgh_edition = 0)" if entry else ""
    ours, theirs = (", ".join(f"{table}.{column}" for column in columns) for table in ("t", "e"))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.id, {key} FROM {quote(model._meta.db_table)} t LEFT JOIN LATERAL (SELECT * FROM {quote(history._meta.db_table)} e "  # noqa: S608
            "WHERE e.pgh_obj_id = t.id ORDER BY e.pgh_id DESC LIMIT 1) e ON true "
            f"WHERE e.pgh_id IS NULL OR e.pgh_label = 'delete' OR ({ours}) IS DISTINCT FROM ({theirs}) {outside}"
        )
        return cursor.fetchall()


@invariant(
    "editions-without-gaps",
    _("The numbers of the editions have no gap, and their times only rise."),
    severity=Severity.ERROR,
    rule=_("Our method: one edition for each change of what is public"),
)
def editions_out_of_order():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number FROM (SELECT number, at, lag(number, 1, 0) OVER w AS before, lag(at) OVER w AS earlier FROM record_edition "
            "WINDOW w AS (ORDER BY number)) e WHERE number <> before + 1 OR at < earlier"
        )
        for (number,) in cursor.fetchall():
            yield Offence("", _t("Edition %(number)s does not follow the one before it in number and time.") % {"number": number})


@invariant(
    "nothing-dated-after-today",
    _("Nothing is told as done on a day that is still to come."),
    severity=Severity.ERROR,
    rule=_("Our method: a future change is said to be one"),
)
def dated_after_today():
    for collection in collections():
        for name, path in _days_of(collection.model):
            late = collection.model.objects.public().filter(**{f"{path}__gt": today()})
            for slug in late.values_list("slug", flat=True):
                yield Offence(f"{collection.name}/{slug}", _t("“%(field)s” is a day still to come.") % {"field": name})


def _days_of(model):
    """(words, path) of the dates of what has happened: the first day of each span."""
    for name in partial_date_fields(model):
        if name not in AHEAD:
            yield model._meta.get_field(name).verbose_name, f"{name}_earliest"
    for field in model._meta.concrete_fields:
        if type(field) is models.DateField and not isinstance(field, SpanEdgeField) and field.name not in AHEAD:
            yield field.verbose_name, field.name


@invariant(
    "source-not-older-than-the-fact",
    _("Of what happened on a day, at least one source was published on that day or later."),
    severity=Severity.WARNING,
    rule=_("Our method: a source is read for what it can know"),
)
def facts_younger_than_their_sources():
    for collection in collections():
        for field in {moment.field for moment in collection.moments} - AHEAD:
            first_day = f"{field}_earliest" if field in partial_date_fields(collection.model) else field
            told = Q(citations__stance=Stance.SUPPORTS, citations__field__in=("", field))
            entries = collection.model.objects.public().annotate(
                told=Count("citations", filter=told),
                dated=Count("citations", filter=told & ~Q(citations__source__published_on="")),
                newest=Max("citations__source__published_on_latest", filter=told),
            )
            for slug in entries.filter(dated=F("told"), newest__lt=F(first_day)).values_list("slug", flat=True):
                yield Offence(f"{collection.name}/{slug}", _t("All its sources were published before the day that it gives."))
