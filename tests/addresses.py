"""Every public address, as the site itself declares them: a later one is walked without being named here."""

from django.urls import URLPattern, get_resolver, reverse

from record.publishing.answer import FORMATS

NOT_PUBLIC = ("admin/", "accounts/")


def patterns():
    """(name, names of its parts) of every address that is not for editors."""
    return sorted(set(_walk(get_resolver().url_patterns)))


def _walk(found):
    for pattern in found:
        if str(pattern.pattern).startswith(NOT_PUBLIC):
            continue
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield pattern.name, tuple(sorted(pattern.pattern.converters))
        else:
            yield from _walk(pattern.url_patterns)


def addresses(values):
    """Each address with each of the `values`: {names of its parts: [{part: value}]}. An unknown part is a KeyError: teach the test."""
    for name, parts in patterns():
        for kwargs in values[parts] if parts else [{}]:
            yield reverse(name, kwargs=kwargs)


def in_every_format(address, formats=FORMATS, **query):
    """The address with each format and the query behind it."""
    for format_ in formats:
        pairs = {**query, "format": format_}
        yield address + "?" + "&".join(f"{name}={value}" for name, value in pairs.items())
