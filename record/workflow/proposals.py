"""What a revision proposes: plain values that can be kept, compared with what stands, and turned into an entry.

A stand is {"values": {attribute: value}, "links": {name: [pk]}, "citations": [{...}]}: of a published entry as it
is, as it was when the revision was begun (`base`), or as it would be.
"""

import copy
import json

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import CheckConstraint
from django.utils.translation import gettext as _

from record.models import Citation, Revision, RevisionKind, Source
from record.workflow.readiness import Gap, citable, facts, missing_sources
from record.workflow.resting import links_of

CITED = ("field", "source", "locator", "stance", "rival_value", "reason", "consulted", "quotation")
KEY = ("field", "source", "stance", "locator")  # no entry has two citations that agree in these


def stand_of(entry):
    """What stands on record now."""
    values = {field.attname: plain(getattr(entry, field.attname)) for field in citable(entry)}
    links = {link.name: sorted(getattr(entry, link.name).values_list("pk", flat=True)) for link in links_of(entry)}
    return {"values": values, "links": links, "citations": _in_order(_cited(citation) for citation in entry.citations.all())}


def proposal_of(revision):
    return {"values": revision.values, "links": revision.links, "citations": revision.citations}


def _cited(citation):
    return {name: citation.source_id if name == "source" else getattr(citation, name) for name in CITED}


def _in_order(citations):
    return sorted(citations, key=lambda cited: [str(cited[name]) for name in CITED])


def plain(value):
    """As JSON keeps it; `typed` reads it back."""
    if value is None or isinstance(value, bool | int | str):
        return value
    return [plain(item) for item in value] if isinstance(value, list | tuple) else str(value)


def typed(field, value):
    """The value of a field as the model has it. Raises ValidationError where it is none."""
    return field.to_python(json.dumps(value) if isinstance(value, list) else value)


# What is proposed, cleaned


def cleaned(entry, values, links, citations):
    """The same, as it is kept. Raises ValidationError, by field, where it could never stand."""
    proposed = {field.attname: _clean_value(field, values[field.attname]) for field in citable(entry) if field.attname in values}
    as_entry(entry, proposed).full_clean()
    chosen = {link.name: _clean_link(link, links[link.name]) for link in links_of(entry) if link.name in links}
    return proposed, chosen, _clean_citations(citations)


def _clean_value(field, value):
    try:
        for text in value if isinstance(value, list) else [value]:
            ProhibitNullCharactersValidator()(text)
        return plain(typed(field, value))
    except ValidationError as error:
        raise ValidationError({field.name: error.messages}) from None


def _clean_link(link, pks):
    pks = sorted({int(pk) for pk in pks})
    if link.related_model.objects.filter(pk__in=pks).count() != len(pks):
        raise ValidationError(_("One of the entries chosen is no longer there."))
    return pks


def _clean_citations(citations):
    found = [_cited(as_citation(cited)) for cited in citations]
    for citation in map(as_citation, found):
        citation.clean_fields(exclude=["content_type", "object_id", "source"])
        for constraint in Citation._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                constraint.validate(Citation, citation)
    if len({tuple(cited[name] for name in KEY) for cited in found}) < len(found):
        raise ValidationError(_("This source is cited for this already, at the same passage."))
    if Source.objects.filter(pk__in={cited["source"] for cited in found}).count() < len({cited["source"] for cited in found}):
        raise ValidationError(_("One of the sources is no longer there."))
    return _in_order(found)


def as_entry(entry, values):
    """A copy of an entry with other values; never to be saved."""
    changed = copy.copy(entry)
    for field in citable(entry):
        if field.attname in values:
            setattr(changed, field.attname, typed(field, values[field.attname]))
    return changed


def as_citation(cited):
    values = {name: cited[name] for name in CITED if name != "source" and name in cited}
    return Citation(source_id=cited["source"], **values)


# What differs


def changes(before, after):
    """The names of what differs between two stands: attributes, links, `citations`."""
    found = [f"{name}" for part in ("values", "links") for name, value in after[part].items() if value != before[part].get(name)]
    return [*found, *(["citations"] if after["citations"] != before["citations"] else [])]


def part(stand, name):
    """What a stand has under a name that `changes` gave."""
    if name == "citations":
        return stand["citations"]
    return stand["values"].get(name) if name in stand["values"] else stand["links"].get(name, [])


def conflicts(revision, now):
    """The names of what the revision changes and somebody else has changed meanwhile, to something else."""
    proposal = proposal_of(revision)
    return [name for name in changes(revision.base, proposal) if part(now, name) not in (part(revision.base, name), part(proposal, name))]


def rebased(revision, now):
    """The proposal on top of what stands now: what the revision changes stays as proposed, the rest is as it stands."""
    base, proposal = revision.base, proposal_of(revision)
    changed = set(changes(base, proposal))
    values = {name: proposal["values"][name] if name in changed else value for name, value in now["values"].items()}
    links = {name: proposal["links"][name] if name in changed else pks for name, pks in now["links"].items()}
    kept = [cited for cited in proposal["citations"] if cited in now["citations"] or cited not in base["citations"]]
    keys = {tuple(cited[name] for name in KEY) for cited in proposal["citations"]}
    new = [c for c in now["citations"] if c not in base["citations"] and tuple(c[name] for name in KEY) not in keys]
    return values, links, _in_order([*kept, *new])


def pairs(before, after):
    """[(citation that stands, citation proposed)] of all that differ; None where one is added or taken away.

    What is the same citation, changed, is told by its key, else by its fact and source, else by its source.
    """
    old = [cited for cited in before if cited not in after]
    new = [cited for cited in after if cited not in before]
    found = []
    for names in (KEY, ("field", "source"), ("source",)):
        for cited in list(old):
            match = next((other for other in new if all(other[name] == cited[name] for name in names)), None)
            if match:
                found.append((cited, match))
                old.remove(cited)
                new.remove(match)
    return [*found, *((cited, None) for cited in old), *((None, cited) for cited in new)]


# What is missing


def gaps(thing):
    """What an entry or a revision still needs before a second person reads it: a list of Gap."""
    if isinstance(thing, Revision):
        return _gaps_of_revision(thing)
    return missing_sources(thing, list(thing.citations.all()))


def _gaps_of_revision(revision):
    entry, changed = revision.entry, changes(revision.base, proposal_of(revision))
    if not changed:
        return [Gap("", _("Nothing differs yet from what is on record."))]
    citations = [as_citation(cited) for cited in revision.citations]
    as_they_are = {field.name for field in citable(entry) if field.attname not in changed}
    found = [gap for gap in missing_sources(as_entry(entry, revision.values), citations) if gap.field not in as_they_are]
    if revision.kind == RevisionKind.CORRECTION and not revision.note.strip():
        found.append(Gap("note", _("A correction says what was wrong: readers will see it.")))
    return found


# In words


def value_in_words(entry, field):
    """The value of a field as an editor reads it."""
    value = getattr(entry, field.attname)
    if value is None or value in ("", []):
        return ""
    if field.is_relation:
        try:
            return str(getattr(entry, field.name))
        except ObjectDoesNotExist:
            return _("an entry that is no longer there")
    if isinstance(value, list):
        return "; ".join(map(str, value))
    display = getattr(entry, f"get_{field.name}_display", None)
    return str(display() if display else value)


def citation_in_words(cited, model, sources):
    """A citation in a sentence; `sources` are by primary key."""
    source = sources.get(cited["source"])
    about = facts(model).get(cited["field"], cited["field"]) or _("the whole entry")
    where = ", ".join(filter(None, [f"{source.publisher}: {source.title}" if source else "?", cited["locator"]]))
    text = _("%(source)s (on: %(what)s; %(how)s)") % {
        "source": where, "what": about, "how": as_citation(cited).get_consulted_display()
    }  # fmt: skip
    if cited["rival_value"]:
        text = _("%(citation)s says otherwise: %(value)s. %(reason)s") % {
            "citation": text, "value": cited["rival_value"], "reason": cited["reason"]
        }  # fmt: skip
    return f"{text} “{cited['quotation']}”" if cited["quotation"] else text


def differences(entry, before, after):
    """[(name of the field, label, words before, words after)] of two stands, the sources last."""
    was, would_be = as_entry(entry, before["values"]), as_entry(entry, after["values"])
    changed, found = changes(before, after), []
    for field in citable(entry):
        if field.attname in changed:
            found.append((field.name, field.verbose_name, value_in_words(was, field), value_in_words(would_be, field)))
    for link in links_of(entry):
        if link.name in changed:
            names = {target.pk: str(target) for target in link.related_model.objects.filter(pk__in=part(before, link.name) + part(after, link.name))}
            texts = ["; ".join(names[pk] for pk in part(stand, link.name)) for stand in (before, after)]
            found.append((link.name, link.verbose_name, *texts))
    sources = Source.objects.in_bulk({cited["source"] for cited in before["citations"] + after["citations"]}) if "citations" in changed else {}
    for pair in pairs(before["citations"], after["citations"]) if sources else ():
        found.append(("sources", _("source"), *(citation_in_words(cited, type(entry), sources) if cited else "" for cited in pair)))
    return found
