#!/bin/sh
# Usage: restore.sh DUMP
# Restores a dump beside the database and changes their places only when it is whole, so that a bad dump costs
# nothing. What was there is kept under the name PGDATABASE_before_restore until the next restore.
set -eu

dump=${1:?Usage: restore.sh DUMP}
restored=${PGDATABASE}_restored
before=${PGDATABASE}_before_restore
export PGOPTIONS="--client-min-messages=warning"

dropdb --if-exists "$restored"
createdb "$restored"
pg_restore --exit-on-error --no-owner --dbname="$restored" "$dump"
vacuumdb --quiet --analyze-only "$restored"

dropdb --if-exists "$before"
psql --quiet --no-psqlrc --dbname=postgres --set=ON_ERROR_STOP=1 \
    --command="ALTER DATABASE \"$PGDATABASE\" RENAME TO \"$before\"" \
    --command="ALTER DATABASE \"$restored\" RENAME TO \"$PGDATABASE\""
echo "Restored $dump into $PGDATABASE; what was there before is $before."
