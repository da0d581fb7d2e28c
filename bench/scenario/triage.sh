#!/bin/sh
# Triage speed on one core through the assembled product: lines a second, first run after a start and warm.
#
#   bench/scenario/triage.sh LOG [COPIES [ROUNDS]]      (Linux; after ./aule build; defaults: 100 copies, 3 rounds)
set -eu
log=${1:?usage: triage.sh LOG [COPIES [ROUNDS]]}
copies=${2:-100}
rounds=${3:-3}
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
aule="$root/aule --home $work/home"
trap '$aule stop >/dev/null 2>&1; rm -rf "$work"' EXIT
i=0
while [ "$i" -lt "$copies" ]; do cat "$log"; i=$((i + 1)); done >"$work/big.log"
lines=$(wc -l <"$work/big.log")
taskset -c 0 $aule start --port 0 >&2
i=1
while [ "$i" -le "$rounds" ]; do
    $aule triage "$work/big.log" --json >"$work/report" || [ $? -eq 1 ]
    ms=$(sed -n 's/.*"elapsedMs": *\([0-9]*\).*/\1/p' "$work/report" | tail -n 1)
    echo "round $i: $lines lines in $ms ms, $((lines * 1000 / ms)) lines/s"
    i=$((i + 1))
done
grep -E 'VmHWM' "/proc/$(cat "$work/home/data/aule.pid")/status"
