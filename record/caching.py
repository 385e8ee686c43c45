"""What public answers tell the caches between us and the reader."""

from django.utils.cache import patch_cache_control


def until_the_next_edition(response):
    """Anybody may keep it, a shared cache for a second; after that each asks by ETag whether it still stands."""
    patch_cache_control(response, public=True, max_age=0, s_maxage=1, must_revalidate=True)
    return response
