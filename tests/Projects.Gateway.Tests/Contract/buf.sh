#!/usr/bin/env bash
# Asks buf about the contract, as the build last described it (src/Projects.Contract/obj/projects.v1.binpb).
#   buf.sh lint       STANDARD rules, exceptions in src/Projects.Contract/buf.yaml
#   buf.sh breaking   against the released contract, v1.binpb beside this script
#   buf.sh curl …    calls a running server as a client that is not ours: by reflection, over gRPC
#   buf.sh release    makes the present contract the released one: from then on it may grow, never change
set -euo pipefail

version=1.75.0
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
contract=$root/src/Projects.Contract
present=$contract/obj/projects.v1.binpb
tools=$root/tests/.work/buf-$version

[[ ${1:-} = curl || -f $present ]] || { echo "Build src/Projects.Contract first: $present is missing." >&2; exit 2; }
if [[ ! -x $tools/node_modules/.bin/buf ]]; then
  mkdir -p "$tools"
  npm install --prefix "$tools" --no-audit --no-fund --loglevel error "@bufbuild/buf@$version" >&2
fi
buf() { "$tools/node_modules/.bin/buf" "$@"; }

case "${1:-}" in
  lint) buf lint "$present" --path projects --config "$contract/buf.yaml" ;;
  breaking) buf breaking "$present" --against "${2:-$here/v1.binpb}" --path projects --config "$contract/buf.yaml" ;;
  release) buf build "$present" --path projects --exclude-source-info --output "$here/v1.binpb" ;;
  curl) shift; buf curl --protocol grpc --http2-prior-knowledge "$@" ;;
  *) sed -n '2,6p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
