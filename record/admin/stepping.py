"""A button of the panel was pressed: for the pages of entries and of revisions."""

from django.contrib import messages
from django.db import models, transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from record.admin.forms import changed_meanwhile, version
from record.admin.steps import BY_ACTION
from record.refusals import REFUSALS, sentences
from record.workflow.editions import take_turn


def address_of(thing, name="change"):
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_{name}", args=[thing.pk])


class Stepping:
    """For a DeskAdmin. What is refused is said on the page, with the text as it was typed."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_step"
        return [path("<path:object_id>/step/", self.admin_site.admin_view(self.step_view), name=name), *super().get_urls()]

    def step_view(self, request, object_id):
        with transaction.atomic():
            if request.method == "POST":
                take_turn()
            thing = self.get_object(request, object_id)
            if thing is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            step = BY_ACTION.get(request.POST.get("action"))
            taken = step and self._may_still(request, thing, step) and self.take(request, thing, step, request.POST.get("text", ""))
        if taken or step is None:
            return HttpResponseRedirect(taken or address_of(thing))
        request.method = "GET"
        return self.change_view(request, object_id, extra_context={"typed": request.POST})

    def _may_still(self, request, thing, step):
        if not step.as_read or request.POST.get("seen") == version(thing):
            return True
        messages.error(request, changed_meanwhile(thing, request.user))
        messages.error(request, _("Nothing was done. Read it again as it stands now."))
        return False

    def take(self, request, thing, step, text):
        """Where to go next; empty where it was refused."""
        try:
            with transaction.atomic():
                result = step.take(thing, request.user, text)
        except REFUSALS as error:
            for sentence in sentences(error, self.model_of(thing)):
                messages.error(request, sentence)
            return ""
        messages.success(request, step.done)
        return address_of(result if isinstance(result, models.Model) else thing)

    def model_of(self, thing):
        """Whose fields a refusal speaks of."""
        return type(thing)

    def after_saving(self, request, thing):
        """The thing stays on the desk until it is closed; “Save and submit” goes one step further."""
        if "_submit" in request.POST:
            self.take(request, thing, BY_ACTION["submit"], "")
        return HttpResponseRedirect(address_of(thing))
