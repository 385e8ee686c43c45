"""The form of the inbox: what may be sent, and the three traps for programs that fill in forms."""

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.models import AskedBy, Message, MessageKind

KINDS = (
    (MessageKind.CORRECTION, _("I ask for a correction")),
    (MessageKind.REPLY, _("I send a reply, to be shown beside the entry")),
    (MessageKind.OFFICIAL, _("This is an official communication of a State or an organisation")),
)
WRITERS = (
    (AskedBy.STATE, _("for a State or an organisation")),
    (AskedBy.PERSON, _("as the person concerned, or for them")),
    (AskedBy.READER, _("as a reader")),
)
SALT = "record.ask"
SECONDS_TO_WRITE = 3  # nobody is faster
SECONDS_OPEN = 24 * 60 * 60


class AskForm(forms.ModelForm):
    kind = forms.ChoiceField(label=_("What do you send?"), choices=KINDS, widget=forms.RadioSelect)
    role = forms.ChoiceField(label=_("You write"), choices=WRITERS, widget=forms.RadioSelect)

    class Meta:
        model = Message
        fields = ("kind", "role", "about", "text", "sources", "name", "organisation", "email")
        labels = {
            "about": _("Which page is it about?"),
            "text": _("Your message"),
            "sources": _("Sources"),
            "name": _("Your name"),
            "organisation": _("State, ministry or organisation"),
            "email": _("E-mail"),
        }
        help_texts = {
            "about": _("Its address, or in your own words. Empty: the record as a whole."),
            "text": _("What is wrong and what is right; or the position you want to be on record. At most 10,000 characters."),
            "sources": _("Where it can be checked: a document and its paragraph, an address. A correction without a source takes longer."),
            "name": _("Optional."),
            "organisation": _("Optional; needed for an official communication."),
            "email": _("Optional; needed for an official communication. Used to answer you, never published."),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 9}),
            "sources": forms.Textarea(attrs={"rows": 3}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "organisation": forms.TextInput(attrs={"autocomplete": "organization"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        said = {
            "kind": _("Say what you send."), "role": _("Say for whom you write."), "text": _("Write your message."),
        }  # fmt: skip
        for name, sentence in said.items():
            self.fields[name].error_messages["required"] = sentence
        self.fields["email"].error_messages["invalid"] = _("This is no e-mail address: it looks like name@example.org.")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == MessageKind.OFFICIAL:
            if not cleaned.get("organisation"):
                self.add_error("organisation", _t("Name the State, ministry or organisation: an official communication is verified with it."))
            if not cleaned.get("email") and "email" not in self.errors:
                self.add_error(
                    "email", _t("Give an address of the State or organisation: an official communication is acknowledged and answered there.")
                )
        return cleaned

    @property
    def summary(self):
        """[(id of a field, its label, sentence)] of all that is wrong, in the order of the form."""
        found = [("", "", sentence) for sentence in self.non_field_errors()]
        for bound in self:
            target = f"{bound.auto_id}_0" if isinstance(bound.field.widget, forms.RadioSelect) else bound.auto_id
            found += [(target, bound.label, sentence) for sentence in bound.errors]
        return found


def opened_now(seconds_ago=0):
    """A signed time, to be sent back with the form."""
    return signing.dumps(timezone.now().timestamp() - seconds_ago, salt=SALT)


def refused_as_program(data):
    """(a sentence or nothing, the time to send back next): what tells a program, or a form that was left open too long."""
    opened = data.get("opened", "")
    if data.get("website"):
        return _t("Leave the last field empty: it is there to be filled in by programs."), opened
    try:
        seconds = timezone.now().timestamp() - signing.loads(opened, salt=SALT)
    except (signing.BadSignature, TypeError):
        seconds = SECONDS_OPEN
    if seconds >= SECONDS_OPEN:
        return _t("This form had been open for more than a day. Nothing was sent and nothing is lost: press “Send” again."), opened_now(
            SECONDS_TO_WRITE
        )
    if seconds < SECONDS_TO_WRITE:
        return _t("That was faster than anybody writes. Nothing was sent and nothing is lost: press “Send” again."), opened
    return "", opened
