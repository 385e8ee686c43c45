"""The editors' desk: the one admin site, who may enter it, and under which content policy.

Read while Django sets up its apps (`DeskConfig` stands in INSTALLED_APPS), so nothing here imports a model.
"""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.csp import CSP
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override
from unfold.sites import UnfoldAdminSite

# unfold's Alpine evaluates its attributes and sets inline styles, and a related entry is added in a frame; there is no
# inline script.
POLICY = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE, CSP.UNSAFE_EVAL],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "frame-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}


class DeskConfig(AdminConfig):
    """`django.contrib.admin` with the desk as its site. For INSTALLED_APPS, behind `unfold.apps.BasicAppConfig`."""

    default = False
    default_site = "icctracker.admin.DeskSite"


class ChoiceOfEntries(AutocompleteJsonView):
    """Says of an entry that is not published how it stands: what points to it cannot be published either.

    Of sources, those that the entry in hand cites come first, and before a letter is typed those that were added last.
    """

    def process_request(self, request):
        term, *rest = super().process_request(request)
        return term.replace("\0", ""), *rest

    def get_queryset(self):
        from record.admin.citations import offered
        from record.models import Source

        found = super().get_queryset()
        return offered(found, self.term, self.request.GET.get("entry")) if found.model is Source else found

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        result["text"] = getattr(obj, "in_full", result["text"])
        if getattr(obj, "status", "published") != "published":
            result["text"] = f"{result['text']} ({obj.get_status_display()})"
        return result


class DeskSite(UnfoldAdminSite):
    index_title = _("Review queue")

    def has_permission(self, request):
        """The one place that lets somebody in; a second factor would be asked for here."""
        user = request.user
        return user.is_active and user.is_staff and user.is_editor

    def admin_view(self, view, cacheable=False):
        return csp_override(POLICY)(super().admin_view(view, cacheable))

    def login(self, request, extra_context=None):
        """Signing in is allauth's part."""
        from allauth.account.decorators import secure_admin_login

        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied(_t("This account is neither an editor's nor a reviewer's."))
        return secure_admin_login(super().login)(request, extra_context)

    def get_urls(self):
        """Without the way through content types to an object's page: the panel of an entry has the link itself."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def search(self, request, extra_context=None):
        """Kinds by their name: they fit on one page, and another that is asked for would be an error."""
        request.GET = request.GET.copy()
        request.GET.pop("page", None)
        return super().search(request, extra_context)

    def autocomplete_view(self, request):
        return ChoiceOfEntries.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """Rooms and kinds in the order of their declaration, what they share last."""
        rooms = self._build_app_dict(request, app_label)
        return [*(room for label, room in rooms.items() if label != "record"), *filter(None, [rooms.get("record")])]


def navigation(request):
    """The sidebar. `UNFOLD` names it."""
    desk = {"items": [{"title": _("Review queue"), "link": reverse("admin:index")}]}
    rooms = [
        {"title": room["name"], "items": [{"title": kind["name"], "link": kind["admin_url"]} for kind in room["models"]]}
        for room in admin.site.get_app_list(request)
    ]
    return [desk, *rooms]
