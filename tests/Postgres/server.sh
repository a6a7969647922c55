# A PostgreSQL server of one's own, for the suites and the benchmarks. Sourced by bash; $work is the folder for logs.

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Installs the Debian packages given, when there are any.
install_packages() {
  [ $# -gt 0 ] || return 0
  { echo "installing: $*"
    as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
  } >"$work/install.log" 2>&1
}

has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

# Durable, on a free port of 127.0.0.1; sets PROJECTS_TEST_POSTGRES.
start_postgres() {
  pg_bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
  pg_home=$(mktemp -d /tmp/projects-pg.XXXXXX)
  # A server refuses to run as root: the package's own user runs it then.
  if [ "$(id -u)" = 0 ]; then chown postgres "$pg_home"; pg_run=(runuser -u postgres --); else pg_run=(); fi
  local port
  port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])' 2>/dev/null) || port=$((20000 + RANDOM % 10000))
  (cd "$pg_home" && "${pg_run[@]}" "$pg_bin/initdb" -D "$pg_home/data" -U projects -A trust -E UTF8 --locale=C.UTF-8) >"$work/postgres.log" 2>&1 &&
    (cd "$pg_home" && "${pg_run[@]}" "$pg_bin/pg_ctl" -D "$pg_home/data" -w -l "$pg_home/log" \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$pg_home -c max_connections=500" start) >>"$work/postgres.log" 2>&1 || return 1
  export PROJECTS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=projects;Database=postgres"
}

stop_postgres() {
  [ -n "${pg_home:-}" ] || return 0
  (cd / && "${pg_run[@]}" "$pg_bin/pg_ctl" -D "$pg_home/data" -m immediate stop) >/dev/null 2>&1
  rm -rf "$pg_home"
}
