"""The report of addresses: which sources no longer answer, have moved, say something else or could not be read."""

from django.contrib import admin
from django.db.models import Case, Count, IntegerField, Q, When
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from record.admin.desk import OnlyRead
from record.models import LinkCheck, LinkState

NEEDS_A_LOOK = (LinkState.DEAD, LinkState.CHANGED, LinkState.MOVED)
URGENCY = Case(*[When(source__link=link, then=rank) for rank, link in enumerate(NEEDS_A_LOOK)], default=9, output_field=IntegerField())
MARKS = {LinkState.UNKNOWN: "open", LinkState.OK: "full", LinkState.MOVED: "planned", LinkState.CHANGED: "planned", LinkState.DEAD: "gone"}


def mark(source):
    return format_html('<span class="desk-mark desk-mark--{}">{}</span>', MARKS[LinkState(source.link)], source.get_link_display())


class StandingFilter(admin.SimpleListFilter):
    """What needs a look, unless another choice is made."""

    title, parameter_name = _("how it stands"), "standing"
    RULES = {
        "look": Q(source__link__in=NEEDS_A_LOOK) | Q(attempts__gt=0),
        "dead": Q(source__link=LinkState.DEAD),
        "changed": Q(source__link=LinkState.CHANGED),
        "moved": Q(source__link=LinkState.MOVED),
        "silent": Q(attempts__gt=0) & ~Q(source__link=LinkState.DEAD),
        "all": Q(),
    }

    def lookups(self, request, model_admin):
        return [
            ("dead", _("no longer answers")),
            ("changed", _("its text has changed")),
            ("moved", _("has moved")),
            ("silent", _("could not be read")),
            ("all", _("all")),
        ]

    def choices(self, changelist):
        chosen = self.value() or "look"
        for value, label in [("look", _("needs a look")), *self.lookup_choices]:
            yield {"selected": chosen == value, "query_string": changelist.get_query_string({self.parameter_name: value}), "display": label}

    def queryset(self, request, checks):
        return checks.filter(self.RULES.get(self.value(), self.RULES["look"]))


@admin.register(LinkCheck)
class LinkCheckAdmin(OnlyRead, ModelAdmin):
    """The report of addresses: what is dead first, then what has changed, moved or could not be read."""

    list_display = ("of_source", "stands", "found", "asked_last", "asked_next", "cited")
    list_display_links = None
    ordering = (URGENCY, "-checked_at", "pk")
    list_filter = (StandingFilter,)
    list_filter_sheet = False
    list_select_related = ("source",)
    list_per_page = 50
    search_fields = ("source__slug", "source__title", "source__publisher", "url", "error")
    search_help_text = _("Title, publisher, key, address, error")

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(times_cited=Count("source__citations"))

    @admin.display(description=_("source"), ordering="source__title")
    def of_source(self, link_check):
        return format_html('<a class="desk-link" href="{}">{}</a>', page_of(link_check.source), link_check.source)

    @admin.display(description=_("readers see"), ordering=URGENCY)
    def stands(self, link_check):
        return mark(link_check.source)

    @admin.display(description=_("what was found"), ordering="attempts")
    def found(self, link_check):
        if link_check.attempts > 1:
            return _("%(error)s %(number)s times in a row.") % {"error": link_check.error, "number": link_check.attempts}
        return link_check.error or (link_check.final_url if link_check.final_url != link_check.url else "")

    @admin.display(description=_("asked"), ordering="checked_at")
    def asked_last(self, link_check):
        return date_format(link_check.checked_at, "j M Y") if link_check.checked_at else ""

    @admin.display(description=_("asked next"), ordering="due_at")
    def asked_next(self, link_check):
        return date_format(link_check.due_at, "j M Y")

    @admin.display(description=_("cited"), ordering="times_cited")
    def cited(self, link_check):
        return link_check.times_cited


def page_of(source, name="change", *more):
    return reverse(f"admin:record_source_{name}", args=[source.pk, *more])
