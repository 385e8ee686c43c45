#!/bin/sh
# Run once before each start of the web and worker containers; each step does nothing where its work is done.
set -eu
python manage.py migrate --no-input
python manage.py load_record
# Earlier versions stay beside: pages cached before an upgrade still name them.
cp -R /app/staticfiles/. /srv/static/
