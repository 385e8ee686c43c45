"""The filters that rooms declare their FilterSets with. Parameters are plain and shared: `state`, `from`, `to`, `q`."""

import django_filters
from django import forms
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.core.exceptions import ValidationError
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from record import dates


class EntryFilterSet(django_filters.FilterSet):
    """A FilterSet whose parameters may be words of Python: `from_` in the class is `from` in the address."""

    @classmethod
    def get_filters(cls):
        return {name.rstrip("_"): filter_ for name, filter_ in super().get_filters().items()}


class ChoicesFilter(django_filters.MultipleChoiceFilter):
    """Words of a vocabulary, repeatable; any of them matches."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"distinct": False, **kwargs})

    @property
    def options(self):
        """[(value, label)]"""
        choices = self.extra["choices"]
        return list(choices() if callable(choices) else choices)


class FoundFilter(ChoicesFilter):
    """The same for a vocabulary that grows with the record: the values of a column that some row has."""

    def __init__(self, rows, *, name, order=None, **kwargs):
        self.rows, self.name_of, self.order = rows, name, order
        super().__init__(**{"choices": self.found, **kwargs})

    def found(self):
        return self.named(self.rows().order_by().values_list(self.field_name, flat=True).distinct())

    def named(self, values):
        """[(value, label)], in their order."""
        return [(value, self.name_of(value)) for value in sorted(filter(None, values), key=self.order)]


class ListedFilter(FoundFilter):
    """The same over a column that lists several: any of them matches."""

    def each(self, entries):
        """The entries with each value of the column in a row of its own, and the name that it has there."""
        return entries.annotate(each=Func(F(self.field_name), function="unnest", set_returning=True)), "each"

    def found(self):
        rows, name = self.each(self.rows().order_by())
        return self.named(rows.values_list(name, flat=True).distinct())

    def filter(self, entries, value):
        return entries.filter(**{f"{self.field_name}__overlap": value}) if value else entries


class KeyFilter(django_filters.ModelMultipleChoiceFilter):
    """Published entries of a kind by their public key, repeatable: `person=vladimir-putin`, `session=24`.

    Rooms name one for each of their nouns: `PersonFilter = partial(KeyFilter, Person, field_name="person__slug", label=_("Person"))`.
    """

    def __init__(self, model, *, key="slug", many=False, **kwargs):
        self.collection, self.many = model.collection, many
        super().__init__(queryset=lambda request: model.objects.public(), distinct=False, to_field_name=key, **kwargs)

    def filter(self, entries, value):
        """Where the entry may have several of them (`many`), each entry still comes once."""
        if not self.many or not value:
            return super().filter(entries, value)
        return entries.filter(pk__in=super().filter(entries.model.objects.all(), value).values("pk"))


class YesNoField(forms.NullBooleanField):
    """`true` or `false`; anything else is refused instead of meaning “unknown”."""

    def to_python(self, value):
        if value in (None, ""):
            return None
        if value in ("true", "false"):
            return value == "true"
        raise ValidationError(_("Write true or false."), code="invalid")


class YesNoFilter(django_filters.BooleanFilter):
    field_class = YesNoField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"widget": forms.TextInput, **kwargs})


class SpanField(forms.CharField):
    def clean(self, value):
        value = super().clean(value)
        if not value:
            return None
        try:
            return dates.parse(value)
        except dates.NotADate as reason:
            raise ValidationError(str(reason), code="not_a_date") from None


class SpanFilter(django_filters.Filter):
    """`from` or `to`: a partial date. A month is the span that it is: an entry of that month matches both ways."""

    field_class = SpanField

    def __init__(self, field_name, edge, **kwargs):
        self.edge = edge
        super().__init__(field_name=field_name, **kwargs)

    @classmethod
    def edges(cls, field_name):
        """Both of them: `from_, to = SpanFilter.edges("held_on")`."""
        return cls(field_name, "from", label=_("From")), cls(field_name, "to", label=_("To"))

    def filter(self, entries, value):
        if value is None:
            return entries
        if self.edge == "from":
            return entries.filter(**{f"{self.field_name}_latest__gte": value.earliest})
        return entries.filter(**{f"{self.field_name}_earliest__lte": value.latest})


class DayFilter(SpanFilter):
    """The same over an exact date column."""

    def filter(self, entries, value):
        if value is None:
            return entries
        if self.edge == "from":
            return entries.filter(**{f"{self.field_name}__gte": value.earliest})
        return entries.filter(**{f"{self.field_name}__lte": value.latest})


class WordsFilter(django_filters.CharFilter):
    """`q`: the text stands in a name, or its words stand in the texts (English stems)."""

    def __init__(self, *fields, names=(), **kwargs):
        self.fields, self.names = fields, names
        super().__init__(**{"label": _("Words in the entry"), **kwargs})

    def filter(self, entries, value):
        if not value:
            return entries
        matches = Q()
        for field in self.names:
            matches |= Q(**{f"{field}__icontains": value})
        if self.fields:
            entries = entries.annotate(words=SearchVector(*self.fields, config="english"))
            matches |= Q(words=SearchQuery(value, config="english", search_type="websearch"))
        return entries.filter(matches)
