# The parts of the engine, for engine.sh: secrets, processes, PostgreSQL, Kinto and nginx.

prepare_secrets() {
  mkdir -p "$state/log"
  if [ ! -e "$state/secrets" ]; then
    printf 'DATABASE_PASSWORD=%s\nKINTO_USERID_HMAC_SECRET=%s\nADMIN_PASSWORD=%s\n' "$(random)" "$(random)" "$(random)" >"$state/secrets.new"
    mv "$state/secrets.new" "$state/secrets"
  fi
  set -a
  . "$state/secrets"
  KINTO_STORAGE_URL="postgresql://kinto:$DATABASE_PASSWORD@/kinto?host=$socket"
  KINTO_CACHE_URL=$KINTO_STORAGE_URL
  KINTO_PERMISSION_URL=$KINTO_STORAGE_URL
  set +a
}
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# ---- processes: each in a session of its own, so that it outlives this shell, and all that it starts can be found

launch() {
  local part=$1
  shift
  (
    cd "$state"
    exec setsid nohup "$@" 9>&-
  ) >>"$state/log/$part.log" 2>&1 </dev/null &
  echo $! >"$state/$part.pid"
  # It is ours, by its folder, only after the first lines of that shell.
  within 5 settled "$part"
}
settled() { runs "$1" || ! kill -0 "$(cat "$state/$1.pid")" 2>/dev/null; }

# The processes of a part that are alive. After a crash the number in the file may belong to somebody else's process:
# ours all work in the folder of the engine.
processes() {
  local leader process
  leader=$(cat "$state/$1.pid" 2>/dev/null) || return 0
  for process in $(pgrep -s "$leader" 2>/dev/null); do
    [ "$(readlink "/proc/$process/cwd" 2>/dev/null)" != "$state" ] || echo "$process"
  done
}
# Its first process; not with `grep -q`, which would break the pipe.
runs() { processes "$1" | grep -x "$(cat "$state/$1.pid" 2>/dev/null)" >/dev/null; }

end() {
  local part=$1 all
  all=$(processes "$part")
  if [ -n "$all" ]; then
    kill $all 2>/dev/null || true
    # A process that is busy for longer than this hangs.
    within 10 gone "$part" || kill -9 $(processes "$part") 2>/dev/null || true
    within 10 gone "$part" || die "$part does not end."
  fi
  rm -f "$state/$part.pid"
}
gone() { [ -z "$(processes "$1")" ]; }

# Tries a command again until it succeeds, for so many seconds.
within() {
  local last=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$last" ] || return 1
    sleep 0.1
  done
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
answers() {
  local line=''
  {
    exec 3<>"/dev/tcp/127.0.0.1/$1" &&
      printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3 &&
      IFS= read -r -t 5 line <&3
  } 2>/dev/null || true
  { exec 3>&-; } 2>/dev/null || true
  [[ $line == *' 200 '* ]]
}
free() { ! listens "$1" || die "Port $1 is taken by another program. Choose others with API_PORT: four are needed, from that number on."; }

wait_for() {
  local part=$1 port=$2 path=$3 last=$((SECONDS + 60))
  until answers "$port" "$path"; do
    runs "$part" || die "$part ended at once: see $state/log/$part.log"
    [ "$SECONDS" -lt "$last" ] || die "$part does not answer: see $state/log/$part.log"
    sleep 0.1
  done
}

# ---- PostgreSQL: reached through a socket only

# An existing cluster needs the programs of its own version; a new one gets the newest.
postgres_program() {
  local version bin
  version=$(cat "$cluster/PG_VERSION" 2>/dev/null || true)
  for bin in $(compgen -G "/usr/lib/postgresql/${version:-*}/bin" | sort -rV); do
    [ ! -x "$bin/$1" ] || { echo "$bin/$1"; return; }
  done
  command -v "$1" || die "$1 of PostgreSQL $version is missing: run scripts/setup-api.sh first."
}

postgres_runs() { [ -e "$cluster/PG_VERSION" ] && as_owner "$(postgres_program pg_isready)" -q -h "$socket"; }

# Each statement by itself: a database cannot be made or dropped in company.
sql() { printf '%s;\n' 'SET client_min_messages = warning' "$@" | as_owner "$(postgres_program psql)" -X -q -h "$socket" -d postgres -v ON_ERROR_STOP=1 -o /dev/null; }
create_database() { echo "CREATE DATABASE $1 OWNER kinto ENCODING 'UTF8' TEMPLATE template0"; }

start_postgres() {
  make_socket_folder
  if [ ! -e "$cluster/PG_VERSION" ]; then
    say 'Making a database cluster'
    make_cluster
  fi
  if ! postgres_runs; then
    within 30 try_postgres || die "PostgreSQL does not start: see $cluster/postgres.log"
  fi
  # The passwords go through the input: the list of processes shows arguments to everybody.
  as_owner "$(postgres_program psql)" -X -q -h "$socket" -d postgres -v ON_ERROR_STOP=1 <<SQL
SELECT 'CREATE ROLE kinto LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kinto') \gexec
ALTER ROLE kinto PASSWORD '$DATABASE_PASSWORD';
SELECT '$(create_database kinto | sed "s/'/''/g")' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'kinto') \gexec
ALTER DATABASE kinto SET timezone TO 'UTC';
SQL
}

# After a hard end the last processes of PostgreSQL need a moment to notice: it refuses to start until then.
try_postgres() {
  postgres_runs || as_owner "$(postgres_program pg_ctl)" start -s -w -t 60 -D "$cluster" -l "$cluster/postgres.log" >/dev/null 2>&1 9>&-
}

# Each time: /tmp is emptied when the machine starts.
make_socket_folder() {
  if [ "$(id -u)" -eq 0 ]; then
    install -d -o postgres -m 700 "$socket"
  else
    # A folder of that name which is not ours was put there by somebody else.
    mkdir -m 700 "$socket" 2>/dev/null || [ -O "$socket" ] || die "$socket belongs to somebody else."
  fi
}

make_cluster() {
  as_owner "$(postgres_program initdb)" -D "$cluster" --encoding=UTF8 --locale=C.UTF-8 --auth=peer --no-instructions >/dev/null
  as_owner tee -a "$cluster/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$socket'
CONF
  as_owner tee "$cluster/pg_hba.conf" >/dev/null <<HBA
local all   $owner peer
local kinto kinto  scram-sha-256
HBA
}

stop_postgres() {
  if [ -e "$cluster/postmaster.pid" ]; then
    as_owner "$(postgres_program pg_ctl)" stop -s -w -t 60 -m fast -D "$cluster" 2>/dev/null || ! postgres_runs || die 'PostgreSQL does not end.'
  fi
}

# ---- Kinto

start_kinto() {
  local part=$1 port=$2 nice=$3
  if ! runs "$part"; then
    free "$port"
    launch "$part" nice -n "$nice" "$kinto" start --ini "$root/api/kinto.ini" --port "$port"
  fi
}

create_admin() {
  "$root/.tools/kinto/bin/python" "$root/api/create_admin.py" "$root/api/kinto.ini" >>"$state/log/kinto-public.log" 2>&1 ||
    die "The account of the administrator could not be made: see $state/log/kinto-public.log"
}

# ---- nginx

# Fills ${NAME} in the files of api/nginx. A server sets the names itself, see docs/api.md.
fill_nginx() {
  local folder=$1 file setting value program=()
  local settings=(
    NGINX_STATE="$state/nginx" NGINX_ACCESS_LOG="$state/log/access.log" NGINX_USER="$([ "$(id -u)" -ne 0 ] || echo 'user root;')"
    SITE_ROOT="$root/dist" STAFF_ROOT="$root/dist-staff" API_CACHE="$state/nginx/cache"
    API_LISTEN="127.0.0.1:$public_port" API_STAFF_LISTEN="127.0.0.1:$staff_port"
    API_HOST="127.0.0.1:$public_port" API_STAFF_HOST="127.0.0.1:$staff_port"
    KINTO_PUBLIC="127.0.0.1:$kinto_port" KINTO_STAFF="127.0.0.1:$kinto_staff_port"
    API_SUBMIT_RATE=6r/m API_SUBMIT_BURST=5 API_SUBMIT_ALL_RATE=2r/s API_SUBMIT_ALL_BURST=20
    API_READ_RATE=30r/s API_READ_BURST=60 API_STAFF_RATE=10r/s API_STAFF_BURST=40 API_STAFF_CONN=4
  )
  for setting in "${settings[@]}"; do
    value=${setting#*=} setting=${setting%%=*}
    program+=(-e "s|\${$setting}|$(printf '%s' "${!setting:-$value}" | sed 's/[&|\]/\\&/g')|g")
  done
  for file in "$root"/api/nginx/*.conf; do sed "${program[@]}" "$file" >"$folder/$(basename "$file")"; done
}

# A configuration that changed is read again without losing a request.
start_nginx() {
  local conf=$state/nginx fresh=$state/nginx.new
  rm -rf "$fresh"
  mkdir -p "$conf" "$fresh"
  fill_nginx "$fresh"
  "$nginx" -t -q -e stderr -c "$fresh/nginx.conf" || die 'The configuration of nginx is wrong.'
  if runs nginx; then
    if ! cmp -s <(cat "$fresh"/*.conf) <(cat "$conf"/*.conf); then
      cp "$fresh"/*.conf "$conf"
      "$nginx" -e stderr -c "$conf/nginx.conf" -s reload
    fi
  else
    # Workers outlive a master that was killed, and keep the port.
    end nginx
    free "$public_port"
    free "$staff_port"
    cp "$fresh"/*.conf "$conf"
    launch nginx "$nginx" -e stderr -c "$conf/nginx.conf"
  fi
  rm -rf "$fresh"
}
