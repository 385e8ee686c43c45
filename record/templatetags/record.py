from django import template
from django.utils.html import format_html

from record.collection import collections
from record.exchange import as_text
from record.publishing.dated import NBSP, machine_date, words_for

register = template.Library()


@register.filter
def in_words(value):
    """A date, exact or partial, as a `<time>` in the reader's words."""
    text = as_text(value)
    return format_html('<time datetime="{}">{}</time>', machine_date(text), words_for(text)) if text else ""


@register.filter
def nobreak(text):
    """Text whose spaces do not break."""
    return str(text).replace(" ", NBSP)


@register.simple_tag
def menu():
    """The collections that stand in the menu."""
    return [collection for collection in collections() if collection.menu]
