"""The copies of a source on its page: archived now, downloaded, or chosen as the one that its address is compared with."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.urls import path
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from record.admin.fields import moment
from record.admin.links import mark, page_of
from record.archive import check, store
from record.models import LinkCheck

FILE_ENDINGS = {"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "text/plain": "txt"}


class CopiesOfSource:
    """For the ModelAdmin of sources: its copies, “Archive now”, and the choice of the copy that its address is held against."""

    def get_urls(self):
        views = [
            ("<int:pk>/archive/", self.archive_view, "archive"),
            ("<int:pk>/copies/<int:copy>/", self.copy_view, "copy"),
            ("<int:pk>/copies/<int:copy>/compare/", self.compare_view, "compare"),
        ]
        return [*(path(way, self.admin_site.admin_view(view), name=f"record_source_{name}") for way, view, name in views), *super().get_urls()]

    def copies_of(self, source):
        """What the page of a source shows about its address."""
        link_check = LinkCheck.objects.filter(source=source).first()
        return {
            "link_check": link_check,
            "address_mark": mark(source),
            "archive_address": page_of(source, "archive") if source.url else "",
            "copies": [
                {
                    "copy": copy,
                    "address": page_of(source, "copy", copy.pk) if copy.name else "",
                    "compare_address": page_of(source, "compare", copy.pk) if copy.name else "",
                    "is_compared": bool(link_check) and link_check.compared_with_id == copy.pk,
                }
                for copy in source.copies.order_by("-fetched_at")
            ],
        }

    def archive_view(self, request, pk):
        return require_POST(self._archive)(request, self._source(request, pk))

    def copy_view(self, request, pk, copy):
        source = self._source(request, pk)
        return require_GET(self._copy)(request, source, self._copy_of(source, copy))

    def compare_view(self, request, pk, copy):
        source = self._source(request, pk)
        return require_POST(self._compare)(request, source, self._copy_of(source, copy))

    def _source(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        source = self.model.objects.filter(pk=pk).first()
        if source is None:
            raise Http404
        return source

    def _copy_of(self, source, pk):
        copy = source.copies.exclude(name="").filter(pk=pk).first()
        if copy is None:
            raise Http404
        return copy

    def _archive(self, request, source):
        """Asks the address now. Whoever may add a source may: what is kept is what its site gives."""
        if not source.url:
            raise Http404
        link_check = check.look(source)
        if link_check.error:
            messages.error(request, _("Nothing was archived. %(why)s") % {"why": link_check.error})
        check.tell([link_check], by=request.user)
        if not link_check.error:
            source.refresh_from_db()
            kept = _("A copy was kept.") if link_check.pending["copy"] else _("The copy that is kept still says the same.")
            messages.success(request, _("Checked: the address %(stands)s. %(kept)s") % {"stands": source.get_link_display(), "kept": kept})
        return HttpResponseRedirect(page_of(source))

    def _copy(self, request, source, copy):
        """The copy as a file to be saved, never as a page of this site: somebody else's scripts may be in it."""
        try:
            file = store.opened(copy)
        except store.StoreError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(page_of(source))
        ending = FILE_ENDINGS.get(copy.media_type, "bin")
        name = f"{slugify(source.slug)}-{copy.fetched_at:%Y-%m-%d}-{copy.sha256[:8]}.{ending}"
        response = FileResponse(file, as_attachment=True, filename=name, content_type="application/octet-stream")
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "no-store"
        return response

    def _compare(self, request, source, copy):
        """The text has changed, and still says what is cited: from now on it is held against this copy."""
        if not self.may_change(request, source):
            raise PermissionDenied(_("A public entry cites it: a reviewer decides this."))
        check.hold_against(copy, by=request.user)
        messages.success(request, _("From now on the address is compared with the copy of %(day)s.") % {"day": moment(copy.fetched_at)})
        return HttpResponseRedirect(page_of(source))
