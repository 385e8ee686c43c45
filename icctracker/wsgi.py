import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from icctracker.pagecache import PageCache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icctracker.settings")
application = get_wsgi_application()
if settings.PAGE_CACHE_MB:
    application = PageCache(application, settings.PAGE_CACHE_MB * 2**20)
