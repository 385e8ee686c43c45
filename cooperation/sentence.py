"""The answers of `states.obligation` in words: one sentence that cannot mislead alone, and the reasons beside it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cooperation.models import HostBound
from record.collection import get


def _day(day):
    return date_format(day, "j F Y")


def _params(reason):
    """The parameters of a reason as words: days written out, States and situations by name."""
    words = {}
    for name, value in reason.params.items():
        if hasattr(value, "year"):
            words[name] = _day(value)
        elif name in ("situation", "obliged"):
            words[name] = _name("situations" if name == "situation" else "states", value) if value else _("no situation opened yet")
        else:
            words[name] = value if value is not None else "–"
    return words


def _name(collection, key):
    found = get(collection)
    entry = found.model.objects.public().filter(**{found.key: key}).first()
    return str(entry) if entry else key


def reason_words(reason):
    """A sentence for a reason code with its parameters."""
    texts = {
        "party": _("State Party: the Statute is in force for it since %(since)s (article 126)."),
        "unsc": _("%(instrument)s obliges it to cooperate fully."),
        "art12_3": _("%(instrument)s: it accepted jurisdiction and cooperates without delay or exception (article 12(3))."),
        "agreement": _("%(instrument)s: bound by its own terms only (article 87(5))."),
        "residual": _("No longer a Party since %(until)s; duties from before that day remain (article 127(2))."),
        "residual_third_situation": _("No longer a Party since %(until)s. This situation began before, so that by its text article 127(2) may reach it; no Chamber has ruled on that."),
        "residual_preliminary_examination": _("No longer a Party since %(until)s. Only a preliminary examination had begun by then: whether a duty to arrest remains under article 127(2) is disputed."),
        "withdrawn": _("Its withdrawal took effect on %(until)s (article 127(1))."),
        "signatory": _("It signed the Statute on %(signed_on)s and is not a Party: signature alone binds nobody to cooperate (article 125)."),
        "not_yet_in_force": _("Its instrument was deposited on %(deposited_on)s; the Statute is in force for it from %(since)s (article 126(2))."),
        "instrument_withdrawn": _("It withdrew its instrument on %(withdrawn_on)s, before the Statute entered into force for it: it was never a Party."),
        "non_party": _("It is not a Party to the Statute."),
        "bound_elsewhere": _("It is bound in another situation only: %(situation)s (%(instrument)s)."),
        "urged": _("%(instrument)s urges it to cooperate in the situation “%(situation)s”, without obliging it; it obliges %(obliged)s."),
        "invited": _("The Court may invite it to cooperate (article 87(5)(a))."),
        "sent": _("A request to this State was sent by %(sent_by)s."),
        "circulated": _("A request was circulated to all States Parties by %(sent_on)s."),
        "circulated_before_membership": _("A request was circulated to all States Parties by %(sent_on)s, before it was one."),
        "none_found": _("No request to this State was found on the public record. Most requests are confidential (article 87(3))."),
        "undated": _("A request is on the public record, but its day is not known."),
        "warrant_sealed": _("The warrant was under seal on that day: whether a request was sent cannot be known publicly."),
        "no_warrant": _("No warrant is on record for that day; one under seal may exist."),
        "warrant_ended": _("No warrant of arrest was in force on that day."),
        "no_person": _("No person was named."),
        "not_bound": _("It is not bound, so that a request would be an invitation."),
    }  # fmt: skip
    return texts[reason.code] % _params(reason)


def basis_words(basis):
    """A basis ready for the page: its reason in words, articles, days, and where the situation is named."""
    return {
        "basis": basis,
        "name": HostBound(basis.basis).label,
        "words": reason_words(basis.reason),
        "articles": ", ".join(basis.articles),
        "situation": _reach(basis),
    }


def _reach(basis):
    """For which situations a basis holds, in words."""
    if basis.situation:
        return _name("situations", basis.situation)
    return _("matters from before its withdrawal") if basis.basis == "residual" else _("every situation")


def sentence(state, on, answer, person=None, situation=None):
    """“Hungary on 3 April 2025: bound as a State Party; a request ... is on the public record.” All three answers in it."""
    parts = [_bound_words(answer, situation)]
    if person:
        parts.append(_request_words(answer, person))
    if answer.pending_until:
        parts.append(_("withdrawal notified, to take effect on %(day)s") % {"day": _day(answer.pending_until)})
    if answer.contested:
        parts.append(_("its declaration is contested: %(reason)s") % {"reason": answer.contested.rstrip(".")})
    return _("%(state)s on %(day)s: %(answers)s.") % {"state": state, "day": _day(on), "answers": "; ".join(parts)}


def _bound_words(answer, situation):
    strongest = answer.bases[0].basis if answer.bases else ""
    if answer.bound is True:
        return {
            "party": _("bound as a State Party"),
            "unsc": _("bound by a resolution of the Security Council"),
            "art12_3": _("bound by its declaration under article 12(3)"),
            "agreement": _("bound by an agreement with the Court"),
            "residual": _("bound by duties that remain after its withdrawal (article 127(2))"),
        }[strongest]
    if answer.bound == "disputed":
        return _("not a State Party; whether duties from before its withdrawal reach this matter is disputed (article 127(2))")
    if answer.bound == "for_some_situations":
        names = ", ".join(
            dict.fromkeys(_name("situations", b.situation) if b.situation else _("matters from before its withdrawal") for b in answer.bases)
        )
        return _("bound only in: %(situations)s") % {"situations": names}
    codes = {reason.code for reason in answer.reasons}
    if "urged" in codes and situation:
        return _("not bound; urged by the Security Council to cooperate")
    return _("not bound; may be invited to cooperate")


def _request_words(answer, person):
    return {
        "on_record": _("a request to arrest %(person)s is on the public record"),
        "not_on_record": _("a request to it in respect of %(person)s is not on the public record"),
        "not_needed": _("no request in respect of %(person)s arises"),
        "unknown": _("whether there was a request in respect of %(person)s is not publicly known"),
    }[answer.request] % {"person": person}
