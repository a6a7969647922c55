#!/usr/bin/env bash
# Installs what the benchmarks need, builds for release, and measures on a PostgreSQL server of its own.
#   tests/bench.sh                       every target on both databases
#   tests/bench.sh P1 --database sqlite  some of them; --json for programs, --help for the rest
# Ends with 1 when a target was missed.
set -uo pipefail
cd "$(dirname "$0")/.."

work=$PWD/tests/.work
mkdir -p "$work"
source tests/Postgres/server.sh
trap stop_postgres EXIT

missing=()
has_postgres || missing+=(postgresql)
[ -x /usr/bin/chromium ] || missing+=(chromium)
install_packages "${missing[@]}" || { tail -n 20 "$work/install.log" >&2; exit 2; }
dotnet build tests/Projects.Benchmarks -c Release -nologo -v q -clp:ErrorsOnly >&2 || exit 2
start_postgres || { tail -n 20 "$work/postgres.log" >&2; exit 2; }

tests/Projects.Benchmarks/bin/Release/net10.0/Projects.Benchmarks "$@"
