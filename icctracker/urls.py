"""The map of addresses, in the order of `docs/architecture.md`. Permanent: extend, never break."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from cooperation.views import bound
from icctracker import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("admin/", admin.site.urls),
    path("accounts/password/reset/", views.not_found),  # nobody is sent mail: a superuser sets a new password
    path("accounts/email/", views.not_found),
    path("accounts/", include("allauth.urls")),
]

urlpatterns += i18n_patterns(
    path("", views.home, name="home"),
    path("bound/", bound, name="bound"),
    path("assembly/", include("assembly.urls")),
    path("about/", views.about, name="about"),
    path("data/", views.data, name="data"),
    path("", include("record.publishing.urls")),
    prefix_default_language=False,
)

handler400 = "icctracker.views.bad_request"
handler404 = "icctracker.views.not_found"
handler500 = "icctracker.views.server_error"
