"""Pages of this room that are neither a list nor an entry."""

urlpatterns = []
