"""The words of a page: what is left when scripts, menus, markup and spaces are gone.

Pages change on every load (counters, tokens, advertisements, menus). What counts as a change is one of these words.
"""

import re
import unicodedata
from html.parser import HTMLParser

PAGES = ("text/html", "application/xhtml+xml")
LONGEST = 5 * 1024 * 1024  # a page above that is compared byte by byte
OWN_TEXT = ("main", "article")  # the first of these that a page has holds what it says
FRAME = ("header", "footer")  # of the page; those inside of its own text are read
NOT_READ = (*FRAME, "title", "script", "style", "noscript", "template", "svg", "iframe", "nav", "aside", "button", "select")
DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{1,40})""", re.IGNORECASE)


def words(body, media_type):
    """The words of a page given as bytes; None of what is no page."""
    if media_type not in PAGES or len(body) > LONGEST:
        return None
    reader = _Reader()
    reader.feed(_decoded(body))
    reader.close()
    texts = (" ".join(" ".join(reader.texts[part]).split()) for part in (*OWN_TEXT, "page"))
    return unicodedata.normalize("NFC", next(filter(None, texts), ""))


def _decoded(body):
    """By what the page declares of itself, so that the same bytes always read the same."""
    declared = DECLARED.search(body[:4096])
    for encoding in (declared.group(1).decode() if declared else "utf-8", "utf-8"):
        try:
            return body.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return body.decode("cp1252", errors="replace")


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.texts = {part: [] for part in (*OWN_TEXT, "page")}
        self.open = {tag: [] for tag in (*OWN_TEXT, *NOT_READ)}  # for each that is open, whether it silences what it holds
        self.silenced = 0

    def handle_starttag(self, tag, attrs):
        if tag in self.open:
            silences = tag in NOT_READ and not (tag in FRAME and self._in_own_text)
            self.open[tag].append(silences)
            self.silenced += silences

    def handle_endtag(self, tag):
        if self.open.get(tag):
            self.silenced -= self.open[tag].pop()

    def handle_startendtag(self, tag, attrs):
        """Holds nothing."""

    def handle_data(self, data):
        if self.silenced:
            return
        self.texts["page"].append(data)
        for part in OWN_TEXT:
            if self.open[part]:
                self.texts[part].append(data)

    @property
    def _in_own_text(self):
        return any(self.open[part] for part in OWN_TEXT)
