from django.conf import settings
from django.utils.functional import SimpleLazyObject

from record.day import today
from record.models import Edition


def site(request):
    """What every public page shows: the edition it was made from, the day, the address of the site."""
    return {
        "edition": SimpleLazyObject(lambda: Edition.objects.first()),
        "today": today(),
        "clocks": getattr(request, "clocks", None),
        "public_url": settings.PUBLIC_URL,
        "contact_email": settings.CONTACT_EMAIL,
    }
