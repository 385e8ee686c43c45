#!/bin/sh
# Dumps the database named by PGHOST, PGUSER, PGPASSWORD and PGDATABASE into BACKUP_FOLDER.
#   backup.sh          one dump now, where the last is older than a day, and one each night
#   backup.sh once     one dump now
#   backup.sh healthy  whether a dump was made within the last 26 hours
set -eu
umask 077

folder=${BACKUP_FOLDER:-/backups}
keep=${BACKUP_KEEP:-14}       # so many dumps are kept, the oldest goes
hour=${BACKUP_HOUR:-2}        # UTC
heartbeat=$folder/last_success

say() { echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) backup: $*"; }

younger_than_minutes() { [ -n "$(find "$heartbeat" -mmin "-$1" 2>/dev/null)" ]; }

# Only a dump that pg_restore can read gets its final name.
back_up() {
    dump=$folder/$PGDATABASE-$(date -u +%Y-%m-%dT%H%M%SZ).dump
    if pg_dump --format=custom --file="$dump.part" && pg_restore --list "$dump.part" >/dev/null; then
        mv "$dump.part" "$dump"
        date -u >"$heartbeat"
        say "$dump, $(du -k "$dump" | cut -f 1) kB"
        rotate
    else
        rm -f "$dump.part"
        say "FAILED; the earlier dumps are kept"
        return 1
    fi
}

rotate() {
    find "$folder" -name "$PGDATABASE-*.dump" | sort -r | tail -n "+$((keep + 1))" | while read -r old; do
        rm "$old"
        say "removed $old"
    done
}

seconds_until_the_hour() {
    now=$(date -u +%s)
    next=$((now / 86400 * 86400 + hour * 3600))
    [ "$next" -gt "$now" ] || next=$((next + 86400))
    echo $((next - now))
}

every_night() {
    trap 'exit 0' TERM INT
    younger_than_minutes 1440 || until back_up; do pause 900; done
    while pause "$(seconds_until_the_hour)"; do
        until back_up; do pause 900; done
    done
}

# A sleep that a signal can end.
pause() {
    sleep "$1" &
    wait $!
}

case ${1:-} in
    once) back_up ;;
    healthy) younger_than_minutes 1560 ;;
    *) every_night ;;
esac
