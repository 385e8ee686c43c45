from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class Editor(AbstractUser):
    """Somebody who signs in: an editor drafts, a reviewer publishes what another has drafted. Readers need no account."""

    EDITORS, REVIEWERS = "editors", "reviewers"

    class Meta(AbstractUser.Meta):
        verbose_name = _("editor")
        verbose_name_plural = _("editors")

    def __str__(self):
        return self.get_full_name() or self.username

    @property
    def is_reviewer(self):
        return self.is_active and (self.is_superuser or self._in_group(self.REVIEWERS))

    @property
    def is_editor(self):
        """May draft. A reviewer is an editor too."""
        return self.is_active and (self.is_superuser or self._in_group(self.EDITORS) or self._in_group(self.REVIEWERS))

    def _in_group(self, name):
        if not hasattr(self, "_group_names"):
            self._group_names = set(self.groups.values_list("name", flat=True)) if self.pk else set()
        return name in self._group_names
