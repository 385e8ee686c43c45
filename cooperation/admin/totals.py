from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.models import PublishedTotal
from record.admin import EntryAdmin


@admin.register(PublishedTotal)
class PublishedTotalAdmin(EntryAdmin):
    parts = (
        (_("What was counted, by whom"), ["measure", "as_of", "figure", "counted"]),
        (_("Where it is on record"), ["published_by", "document_no"]),
        (_("Why ours differs"), ["explained", "because"]),
    )
    search_fields = ("slug", "published_by", "document_no")
