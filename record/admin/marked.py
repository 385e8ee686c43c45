"""Two texts side by side, with the words marked in which they differ."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join


def marked(before, after):
    """(the text before, with what goes struck out; the text after, with what is new underlined), as HTML."""
    was, is_ = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    left, right = [], []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, was, is_, autojunk=False).get_opcodes():
        gone, come = "".join(was[start:end]), "".join(is_[new_start:new_end])
        if kind == "equal":
            left.append(gone)
            right.append(come)
            continue
        left += [format_html("<del>{}</del>", gone)] if gone else []
        right += [format_html("<ins>{}</ins>", come)] if come else []
    return _joined(left), _joined(right)


def _joined(parts):
    return format_html_join("", "{}", ((part,) for part in parts))
