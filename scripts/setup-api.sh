#!/usr/bin/env bash
# Installs what the engine of the API needs: PostgreSQL and nginx of the system, Kinto at a pinned version in the project.
# Finished work is skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n\033[1m» %s\033[0m\n' "$1"; }
missing() { printf '\n%s is missing: install it with the package manager of your system.\n' "$1" >&2; exit 1; }

# Debian keeps the programs of a database server out of the PATH.
has_postgres() { command -v pg_ctl >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/pg_ctl' >/dev/null; }
has_nginx() { PATH=$PATH:/usr/sbin command -v nginx >/dev/null; }
has_venv() { python3 -c 'import ensurepip, venv' 2>/dev/null; }

packages=()
has_postgres || packages+=(postgresql)
has_nginx || packages+=(nginx-light)
has_venv || packages+=(python3-venv)
command -v pgrep >/dev/null || packages+=(procps)
if [ "${#packages[@]}" -gt 0 ]; then
  command -v apt-get >/dev/null || missing "${packages[0]}"
  say "Installing ${packages[*]}"
  as_root=''
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  if ! has_postgres; then
    # The engine has a database cluster of its own. Without this, the package starts another that nobody needs.
    $as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' | $as_root tee /etc/postgresql-common/createcluster.d/ict4sdg.conf >/dev/null
  fi
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
fi

if ! cmp -s api/requirements.txt .tools/kinto/installed-requirements.txt; then
  say "Installing $(sed -n 's/^kinto==/Kinto /p' api/requirements.txt)"
  rm -rf .tools/kinto
  python3 -m venv .tools/kinto
  # The list is complete, so nothing is resolved and nothing can come in another version.
  .tools/kinto/bin/pip install --quiet --disable-pip-version-check --no-deps -r api/requirements.txt
  cp api/requirements.txt .tools/kinto/installed-requirements.txt
fi
