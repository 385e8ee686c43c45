"""The editors' desk as tests use it: its addresses, the data of a form as a browser would send it, its buttons."""

from django.contrib.auth.models import Group
from django.urls import reverse

from record.admin.forms import version
from record.models import Editor

ANYBODY = "somebody"


def page(thing, name="change"):
    """The address of a thing's page on the desk, or of one of its model's."""
    args = [thing.pk] if name in ("change", "delete", "step", "history") else []
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_{name}", args=args)


def make_account(username, *groups, **values):
    account = Editor.objects.create_user(username, is_staff=True, **values)
    account.groups.set(Group.objects.get_or_create(name=name)[0] for name in groups)
    return account


def typed(response, **changes):
    """What a browser sends back from a page with a form, with these changes."""
    data = values_of(response.context["adminform"].form)
    if "about" in response.context:
        data |= values_of(response.context["about"].form)
    for inline in response.context["inline_admin_formsets"]:
        data |= values_of(inline.formset.management_form)
        for form in inline.formset.forms:
            data |= values_of(form)
    return data | changes


def values_of(form):
    values = {}
    for field in form:
        value = field.value()
        values[field.html_name] = field.field.prepare_value(value) if isinstance(value, list) else "" if value is None else value
    return values


def press(client, entry, action, text="", seen=None):
    """A button of the panel, by somebody who has just opened the page."""
    return client.post(page(entry, "step"), {"action": action, "text": text, "seen": version(entry) if seen is None else seen})


def said(response):
    """Every message and error of a page, as one text."""
    texts = [str(message) for message in response.context.get("messages", [])]
    if "adminform" in response.context:
        texts += [str(error) for errors in response.context["errors"] for error in errors]
        texts += [str(error) for errors in response.context["adminform"].form.errors.values() for error in errors]
    if "about" in response.context:
        texts += [str(error) for errors in response.context["about"].form.errors.values() for error in errors]
    return " ".join(texts)
