"""What is agreed on before something is published: who reads it, what is said of it, until when it waits."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from record.models import Comment, Review
from record.workflow.locking import locked
from record.workflow.rights import require


def review_of(thing):
    """Its Review; one that is not saved where nothing was agreed on yet."""
    return Review.objects.of(thing).select_related("assigned_to").first() or Review(thing=thing)


def comments_on(thing):
    return Comment.objects.of(thing).select_related("author")


def assign(thing, reviewer, *, by):
    """Asks a reviewer to read it, or nobody in particular (None). Any other reviewer still may."""
    with locked(thing) as current:
        require("assign", current, by)
        if reviewer is not None and not reviewer.is_reviewer:
            raise ValidationError(_("%(editor)s is no reviewer.") % {"editor": reviewer})
        if reviewer is not None and reviewer.pk == current.author_id:
            raise ValidationError(_("Nobody reviews what they wrote: a second person must read it."))
        agree(current, assigned_to=reviewer)


def embargo(thing, until, *, by):
    """It is to wait until then, once approved; None: it is published at once."""
    with locked(thing) as current:
        require("embargo", current, by)
        if until is not None and until <= timezone.now():
            raise ValidationError(_("An embargo ends in the future."))
        agree(current, embargo_until=until)


def embargo_of(thing):
    """Until when it waits; None where nothing was set."""
    return Review.objects.of(thing).values_list("embargo_until", flat=True).first()


def lift_embargo(thing):
    """What is published waits no more."""
    Review.objects.of(thing).update(embargo_until=None)


def comment(thing, *, by, text):
    if not text.strip():
        raise ValidationError(_("Write what you want to say."))
    with locked(thing) as current:
        require("comment", current, by)
        return Comment.objects.create(thing=current, author=by, text=text.strip())


def agree(thing, **values):
    review = review_of(thing)
    for name, value in values.items():
        setattr(review, name, value)
    review.save()
