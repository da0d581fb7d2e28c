#!/bin/sh
# Runs one of the benchmarks of this module in a JVM of its own, after a build (./mvnw -Dquick -DskipTests package).
#
#   bench/run.sh ledger [DIR WRITERS SECONDS ROUNDS FOLLOWERS SEGMENT_MIB signing]   the ledger over a bare group-committed file
#   bench/run.sh open   [DIR EVENTS PAYLOAD_BYTES]                           opening, signing, proving many events
#   bench/run.sh steps  [DIR ROUNDS SECONDS RUNS]                            durable steps of whole runs over the same file
#   bench/run.sh calls  [JMH OPTIONS]                                        a call through the whole path over a direct one
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
[ -r "$here/target/classpath" ] || { echo "bench: not built; say ./mvnw -Dquick -DskipTests package" >&2; exit 2; }
what=${1:-}
[ $# -eq 0 ] || shift
case $what in
    ledger) main=org.auleos.bench.ledger.LedgerBench ;;
    open) main=org.auleos.bench.ledger.OpenBench ;;
    steps) main=org.auleos.bench.steps.DurableSteps ;;
    calls) main=org.openjdk.jmh.Main ;;
    *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
# The compiler is set as in the product (bin/aule).
exec java -XX:FreqInlineSize=70 -cp "$here/target/classes:$(cat "$here/target/classpath")" "$main" "$@"
