"""Who may sign in, and as what: the part of superusers."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from record.admin.fields import moment
from record.models import Editor

for model in (Group, EmailAddress, Authenticator):  # there are two groups, and the desk shows them on the editor's page
    admin.site.unregister(model)

GROUPS = (Editor.EDITORS, Editor.REVIEWERS)
HELP = {
    "groups": _("None: may not enter the desk."),
    "is_active": _("Off: cannot sign in. What they wrote stays theirs."),
    "is_superuser": _("Manages these accounts, and may do what a reviewer may."),
}
WHAT_THEY_DO = _("Editors draft; reviewers publish what another has drafted, and draft as well. Superusers manage accounts.")


class OnlySuperusers:
    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_add_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser


class SecondFactorInline(OnlySuperusers, TabularInline):
    """To be removed where somebody has lost their telephone; never to be read."""

    model = Authenticator
    verbose_name_plural = _("second factor: remove it where a device was lost")
    fields = readonly_fields = ("type", "created_at", "last_used_at")
    extra = 0
    show_title = False

    def has_add_permission(self, request, obj=None):
        return False

    has_change_permission = has_add_permission


@admin.register(Editor)
class EditorAdmin(OnlySuperusers, UserAdmin, ModelAdmin):
    form, add_form, change_password_form = UserChangeForm, UserCreationForm, AdminPasswordChangeForm
    inlines = (SecondFactorInline,)
    fieldsets = [
        (_("Who"), {"fields": ["username", "password", ("first_name", "last_name"), "email"]}),
        (_("What they may do"), {"fields": ["groups", "is_active", "is_superuser"], "description": WHAT_THEY_DO}),
    ]
    add_fieldsets = [
        (_("Who"), {"fields": ["username", ("first_name", "last_name"), "email", "password1", "password2"]}),
        (_("What they may do"), {"fields": ["groups"], "description": WHAT_THEY_DO}),
    ]
    list_display = ("username", "name", "does", "is_active", "signed_in")
    list_filter = ("groups", "is_active")
    filter_horizontal = ()
    actions = None

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_inlines(self, request, obj):
        return self.inlines if obj else ()

    def has_delete_permission(self, request, obj=None):
        """The history names its editors: an account is made inactive, not deleted."""
        return False

    def get_form(self, request, obj=None, **kwargs):
        return super().get_form(request, obj, help_texts=HELP, **kwargs)

    def render_change_form(self, request, context, *args, **kwargs):
        context |= {"show_save_and_continue": False, "show_save_and_add_another": False}
        return super().render_change_form(request, context, *args, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            for name in GROUPS:
                Group.objects.get_or_create(name=name)
            kwargs |= {"queryset": Group.objects.filter(name__in=GROUPS), "widget": UnfoldAdminCheckboxSelectMultipleWidget}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.is_staff = True
        super().save_model(request, obj, form, change)

    @admin.display(description=_("name"), ordering="last_name")
    def name(self, editor):
        return editor.get_full_name()

    @admin.display(description=_("last signed in"), ordering="last_login")
    def signed_in(self, editor):
        return moment(editor.last_login) if editor.last_login else _("never")

    @admin.display(description=_("works as"))
    def does(self, editor):
        names = [group.name for group in editor.groups.all()]
        return ", ".join([*names, _t("superuser")] if editor.is_superuser else names)
