"""What editors and reviewers say to one another about an entry or a revision. Never public."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class AboutQuerySet(models.QuerySet):
    def of(self, thing):
        return self.filter(content_type=ContentType.objects.get_for_model(thing), object_id=thing.pk)


class About(models.Model):
    """Of an entry or a revision."""

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey()

    objects = AboutQuerySet.as_manager()

    class Meta:
        abstract = True


class Review(About):
    """Who is to read it, until when it waits once approved, and why a word that prejudges stays."""

    assigned_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("assigned to"))
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    wording_reason = models.TextField(_("why a word that prejudges stays"), blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [models.UniqueConstraint(fields=["content_type", "object_id"], name="review_is_one_for_each")]

    def __str__(self):
        return f"{self.thing}"


class Comment(About):
    """A remark in review."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    text = models.TextField(_("comment"))
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [models.Index(fields=["content_type", "object_id"], name="comment_of_a_thing")]

    def __str__(self):
        return f"{self.author}: {self.text[:60]}"
