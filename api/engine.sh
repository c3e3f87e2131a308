#!/usr/bin/env bash
# The engine of the API on this machine: PostgreSQL, Kinto and nginx, which belong to this project and to nothing else.
set -euo pipefail
umask 077

usage() {
  cat <<'TEXT'
Usage: api/engine.sh COMMAND
  start           starts what does not run, and prepares what is missing
  stop            ends everything; the data stay
  status          says what runs; fails if something does not
  provision       makes collections and rights again, and adds case studies that are missing
  account NAME    gives a member of the staff a new password, and an account if there is none
  dismiss NAME    takes the account away
  backup FILE     writes the whole database into one file
  restore FILE    puts the database back as it was in that file
  nginx FOLDER    writes the configuration of nginx with the settings filled in
  erase NAME      stops the engine of that name and deletes its data
Settings are taken from the environment; docs/api.md lists them.
TEXT
  exit 2
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=${API_NAME:-site}
export API_PORT=${API_PORT:-8810}
export SITE_DATA=${SITE_DATA:-$root/public/data}

say() { printf '\n\033[1m» %s\033[0m\n' "$1"; }
die() { printf '\n%s\n' "$1" >&2; exit 1; }
[[ $name =~ ^[a-z0-9-]+$ ]] || die 'API_NAME may hold small letters, digits and hyphens only.'
[[ $API_PORT =~ ^[0-9]+$ ]] || die 'API_PORT must be a number.'

public_port=$API_PORT staff_port=$((API_PORT + 1)) kinto_port=$((API_PORT + 2)) kinto_staff_port=$((API_PORT + 3))
export KINTO=http://127.0.0.1:$kinto_port/v1
state=$root/.api/$name
kinto=$root/.tools/kinto/bin/kinto
nginx=$(PATH=$PATH:/usr/sbin command -v nginx || true)

# PostgreSQL refuses to run as root, and its user may not be able to enter the folder of the project. Its socket needs a
# short path in any case.
mark=ict4sdg-$name-$(printf '%s' "$root" | cksum | cut -d' ' -f1)
if [ "$(id -u)" -eq 0 ]; then
  owner=postgres socket=/var/lib/postgresql/$mark
  cluster=$socket/data
  as_owner() { (cd / && exec runuser -u postgres -- "$@"); }
else
  owner=$(id -un) socket=/tmp/$mark
  cluster=$state/postgres
  as_owner() { "$@"; }
fi
. "$root/api/parts.sh"

start() {
  [ -x "$kinto" ] && [ -n "$nginx" ] || die 'The engine is not installed: run scripts/setup-api.sh first.'
  prepare_secrets
  start_postgres
  if ! runs kinto-public || ! runs kinto-staff; then
    "$kinto" migrate --ini "$root/api/kinto.ini" >>"$state/log/kinto-public.log" 2>&1 || die "Kinto could not prepare the database: see $state/log/kinto-public.log"
  fi
  start_kinto kinto-public "$kinto_port" 0
  start_kinto kinto-staff "$kinto_staff_port" 10
  wait_for kinto-public "$kinto_port" /v1/__heartbeat__
  wait_for kinto-staff "$kinto_staff_port" /v1/__heartbeat__
  node "$root/api/account.mjs" check || create_admin
  node "$root/api/provision.mjs"
  start_nginx
  wait_for nginx "$public_port" /v1/
  printf 'The site with the API   http://127.0.0.1:%s/\nThe page of the staff   http://127.0.0.1:%s/staff/\n' "$public_port" "$staff_port"
  node "$root/api/account.mjs" first staff || printf 'A new password          api/engine.sh account NAME\n'
}

stop() {
  local part
  for part in nginx kinto-public kinto-staff; do end "$part"; done
  stop_postgres
}

status() {
  local part all=0
  for part in kinto-public kinto-staff nginx; do
    if runs "$part"; then echo "$part runs"; else echo "$part does not run"; all=3; fi
  done
  if postgres_runs; then echo 'postgres runs'; else echo 'postgres does not run'; all=3; fi
  return "$all"
}

# Whole or not at all: a file of that name is never half a backup.
backup() {
  local half=$1.unfinished.$$
  postgres_runs || die 'The engine does not run: start it first.'
  if ! as_owner "$(postgres_program pg_dump)" -h "$socket" -Fc kinto >"$half"; then
    rm -f "$half"
    die 'The backup failed; nothing was written.'
  fi
  mv "$half" "$1"
  echo "Backup written: $1, $(wc -c <"$1") bytes"
}

# The database in use is touched only after the other one is complete.
restore() {
  local ran=0
  [ -r "$1" ] || die "There is no file $1 that can be read."
  postgres_runs || die 'The engine does not run: start it first.'
  as_owner "$(postgres_program pg_restore)" --list <"$1" >/dev/null || die "$1 is not a backup."
  sql 'DROP DATABASE IF EXISTS restored' "$(create_database restored)"
  if ! as_owner "$(postgres_program pg_restore)" -h "$socket" -d restored --exit-on-error --single-transaction --no-owner --role=kinto <"$1" ||
    [ "$(as_owner "$(postgres_program psql)" -X -h "$socket" -d restored -Atc "SELECT to_regclass('objects') IS NOT NULL")" != t ]; then
    sql 'DROP DATABASE restored'
    die 'The file could not be restored; the data are as they were.'
  fi
  if runs kinto-public || runs kinto-staff; then ran=1; fi
  end kinto-public
  end kinto-staff
  sql 'DROP DATABASE IF EXISTS replaced WITH (FORCE)' \
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'kinto'" \
    'BEGIN; ALTER DATABASE kinto RENAME TO replaced; ALTER DATABASE restored RENAME TO kinto; COMMIT' \
    'DROP DATABASE replaced'
  echo "Restored: $1"
  if [ "$ran" -eq 1 ]; then start; fi
}

erase() {
  [ "$1" = "$name" ] || die "This is the engine $name: say erase $name, or set API_NAME."
  stop
  rm -rf "$socket" "$cluster" "$state"
}

with_secrets() {
  [ -r "$state/secrets" ] || die 'There is no engine yet: start it first.'
  prepare_secrets
}

# Two at once would start everything twice.
alone() {
  mkdir -p "$root/.api"
  # Whatever the project ignores: secrets must never get into git.
  echo '*' >"$root/.api/.gitignore"
  exec 9>"$root/.api/$name.lock"
  flock 9
}

case "${1:-} $#" in
  'start 1') alone; start ;;
  'stop 1') alone; stop ;;
  'status 1') status ;;
  'provision 1') with_secrets; node "$root/api/provision.mjs" ;;
  'account 2' | 'dismiss 2') with_secrets; node "$root/api/account.mjs" "$1" "$2" ;;
  'backup 2') backup "$2" ;;
  'restore 2') alone; restore "$2" ;;
  'nginx 2') mkdir -p "$2"; umask 022; fill_nginx "$2" ;;
  'erase 2') alone; erase "$2" ;;
  *) usage ;;
esac
