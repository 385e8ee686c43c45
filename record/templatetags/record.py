from django import template
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from record import amounts
from record.collection import collections
from record.dated import NBSP, machine_date, words_for
from record.exchange import as_text
from record.models import LinkState

register = template.Library()

ADDRESS_STATES = {
    LinkState.OK: _("Address checked on {day}."),
    LinkState.MOVED: _("The address had moved on {day}."),
    LinkState.CHANGED: _("The text at the address had changed on {day}."),
    LinkState.DEAD: _("The address no longer answered on {day}."),
}


@register.filter
def in_words(value):
    """A date, exact or partial, as a `<time>` in the reader's words."""
    text = as_text(value)
    return format_html('<time datetime="{}">{}</time>', machine_date(text), words_for(text)) if text else ""


@register.filter
def address_state(source):
    """What the last check of a source's address found, in a sentence; empty where it was never checked."""
    if not source.checked_on or source.link not in ADDRESS_STATES:
        return ""
    return format_html(ADDRESS_STATES[source.link], day=in_words(source.checked_on))


@register.filter
def nobreak(text):
    """Text whose spaces do not break."""
    return str(text).replace(" ", NBSP)


register.filter("grouped", amounts.grouped)


@register.simple_tag
def menu():
    """The collections that stand in the menu."""
    return [collection for collection in collections() if collection.menu]


@register.filter
def per_cent(share):
    """A share in whole per cent: “<1%” of what is not nothing, a dash where there is nothing to share."""
    if share is None:
        return "–"
    return "<1%" if 0 < share < 1 else f"{share:.0f}%"
