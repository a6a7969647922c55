#!/usr/bin/env bash
# Installs what the tests need, builds, and runs every suite. Ends with "N passed, N failed".
#   tests/run.sh           all suites
#   tests/run.sh --quick   without faults and browser, for one's own loop
set -uo pipefail
cd "$(dirname "$0")/.."

quick=false
case "${1:-}" in
  "") ;;
  --quick) quick=true ;;
  *) echo "usage: tests/run.sh [--quick]" >&2; exit 2 ;;
esac

suites=(Projects.Domain.Tests Projects.Reports.Tests Projects.Storage.Tests Projects.Cluster.Tests Projects.Gateway.Tests Projects.Cli.Tests)
$quick || suites+=(Projects.Web.Tests Projects.Fault.Tests)
configuration=${PROJECTS_TEST_CONFIGURATION:-Release}
work=$PWD/tests/.work
mkdir -p "$work"
source tests/Postgres/server.sh

install_missing() {
  local missing=()
  has_postgres || missing+=(postgresql)
  command -v npm >/dev/null || missing+=(npm)
  $quick || [ -x /usr/bin/chromium ] || missing+=(chromium)
  # The report's files are opened and printed by a program that is not ours.
  $quick || [ -e /usr/lib/libreoffice/program/libswlo.so ] || missing+=(libreoffice-writer-nogui)
  $quick || [ -e /usr/lib/libreoffice/program/libsclo.so ] || missing+=(libreoffice-calc-nogui)
  $quick || command -v pdftoppm >/dev/null || missing+=(poppler-utils)
  $quick || compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || missing+=(fonts-noto-cjk)
  install_packages "${missing[@]}"
}

trap stop_postgres EXIT

install_missing || { tail -n 20 "$work/install.log"; echo "0 passed, 1 failed"; exit 1; }
dotnet build Projects.sln -c "$configuration" -nologo -v q -clp:ErrorsOnly || { echo "0 passed, 1 failed"; exit 1; }
start_postgres || { tail -n 20 "$work/postgres.log"; echo "0 passed, 1 failed"; exit 1; }

passed=0 failed=0 skipped=0
for suite in "${suites[@]}"; do
  log=$work/$suite.log
  started=$SECONDS
  "tests/$suite/bin/$configuration/net10.0/$suite" -noColor >"$log" 2>&1 </dev/null
  code=$?
  summary=$(grep -E "^ +$suite +Total:" "$log" | tail -n 1)
  count() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$summary"; }
  total=$(count Total) errors=$(count Errors) bad=$(count Failed) left_out=$(count Skipped)
  if [ -z "$total" ] || [ "$total" = 0 ]; then
    echo "$suite: did not run (exit $code)"; tail -n 30 "$log"
    failed=$((failed + 1)); continue
  fi
  # A test may be left out only with a reason; xunit prints it on the line below the name.
  reasonless=$(awk '/\[SKIP\]$/ { getline reason; if (reason !~ /[^ ]/) count++ } END { print count + 0 }' "$log")
  bad=$((bad + errors + reasonless))
  left_out=$((left_out - reasonless))
  passed=$((passed + total - bad - left_out)); failed=$((failed + bad)); skipped=$((skipped + left_out))
  echo "$suite: $((total - bad - left_out)) passed, $bad failed, $left_out skipped in $((SECONDS - started)) s"
  if [ "$bad" -gt 0 ] || [ "$code" -ne 0 ]; then
    grep -vE '^ +(Discover|Start|Finish)' "$log" | head -n 200
    [ "$bad" -gt 0 ] || failed=$((failed + 1))
  elif [ "$left_out" -gt 0 ]; then
    grep -A 2 -F '[SKIP]' "$log"
  fi
done

echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
[ "$failed" -eq 0 ]
