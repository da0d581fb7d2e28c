#!/bin/sh
# Measures process start to READY against the bare trimmed container with Karaf's stock script and flags, in alternation.
#
# usage: bench/scenario/boot.sh [ROUNDS] [HEAP]
# Needs a built distribution (./aule build) and Maven's local copy of Karaf. Prints medians; the first, cold boot of each is
# named apart. "cpu" is what the process had used at READY, a steadier figure than the time on a machine that is busy.
set -eu

ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
ROUNDS=${1:-5}
export AULE_HEAP="${2:-256m}"
KARAF=4.4.10
KAR=${MAVEN_REPO:-$HOME/.m2/repository}/org/apache/karaf/features/framework/$KARAF/framework-$KARAF.kar
WORK=$(mktemp -d)
PIDS=
trap 'for pid in $PIDS; do kill -9 "$pid" 2>/dev/null || :; done; rm -rf "$WORK"' EXIT
now() { date +%s%3N; }
cpu_ms() { awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print int(($12 + $13) * 1000 / hz) }' "/proc/$1/stat"; }
rss_mb() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# The bare container: the same bundles without ours, and one that says when the last start level is reached.
bare_setup() {
    mkdir "$WORK/kar" "$WORK/marker"
    (cd "$WORK/kar" && unzip -qo "$KAR" 'resources/*')
    BARE=$WORK/kar/resources
    chmod +x "$BARE/bin/karaf"
    cp -R "$DIST/system/." "$BARE/system/"
    cp "$DIST"/etc/* "$BARE/etc/" 2>/dev/null || :
    cp "$DIST"/lib/boot/*.boot-*.jar "$BARE/lib/boot/"
    cat >"$BARE/etc/org.apache.karaf.features.cfg" <<CFG
featuresRepositories = mvn:org.apache.karaf.features/framework/$KARAF/xml/features, mvn:org.apache.karaf.features/standard/$KARAF/xml/features
featuresBoot = jaas, log, shell, feature, bundle, service, config, package, ssh, kar, system, scr, diagnostic
featuresBootAsynchronous = false
CFG
    : >"$BARE/etc/custom.properties"
    : >"$BARE/etc/custom.system.properties"
    # shellcheck disable=SC2016  # the property is the container's, not the shell's.
    sed -i 's/^sshPort.*/sshPort = 17790/; s/^hostKey.*/hostKey = ${karaf.etc}\/host.key/' "$BARE/etc/org.apache.karaf.shell.cfg"
    cat >"$WORK/marker/Marker.java" <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

public final class Marker implements BundleActivator {
    @Override
    public void start(BundleContext context) throws Exception {
        Files.writeString(Path.of(context.getProperty("karaf.data"), "ready"), "");
    }

    @Override
    public void stop(BundleContext context) {}
}
JAVA
    (
        cd "$WORK/marker"
        javac --release 17 -cp "$(echo "$DIST"/lib/boot/osgi.core-*.jar)" Marker.java
        printf 'Bundle-ManifestVersion: 2\nBundle-SymbolicName: marker\nBundle-Version: 1.0.0\nBundle-Activator: Marker\nImport-Package: org.osgi.framework\n' >manifest
        jar cfm marker.jar manifest Marker.class
    )
    cp "$WORK/marker/marker.jar" "$BARE/system/"
    printf 'reference\\:file\\:marker.jar = 95\n' >>"$BARE/etc/startup.properties"
}

# Prints: wall cpu rss; the container has been stopped again.
bare_once() {
    rm -f "$BARE/data/ready"
    begun=$(now)
    "$BARE/bin/karaf" server >"$WORK/bare.out" 2>&1 &
    shell=$!
    until [ -e "$BARE/data/ready" ]; do
        [ $(($(now) - begun)) -lt 60000 ] || { cat "$WORK/bare.out" >&2; exit 1; }
        sleep 0.02
    done
    wall=$(($(now) - begun))
    pid=$(pgrep -P "$shell" java || echo "$shell")
    PIDS="$PIDS $pid"
    cpu=$(cpu_ms "$pid")
    sleep "$SETTLE"
    echo "$wall $cpu $(rss_mb "$pid")"
    kill "$pid"
    wait "$shell" 2>/dev/null || :
}

aule_once() {
    begun=$(now)
    "$DIST/bin/aule" --home "$WORK/home" --port 0 start >/dev/null 2>&1
    wall=$(($(now) - begun))
    pid=$(cat "$WORK/home/data/aule.pid")
    PIDS="$PIDS $pid"
    cpu=$(cpu_ms "$pid")
    sleep "$SETTLE"
    echo "$wall $cpu $(rss_mb "$pid")"
    "$DIST/bin/aule" --home "$WORK/home" stop >/dev/null
}

report() {
    printf '%-6s wall %5s ms  cpu %5s ms  rss %4s MB  (%s warm boots, wall %s)\n' "$1" \
        "$(cut -d ' ' -f 1 "$WORK/$1" | median)" "$(cut -d ' ' -f 2 "$WORK/$1" | median)" \
        "$(cut -d ' ' -f 3 "$WORK/$1" | median)" "$ROUNDS" "$(cut -d ' ' -f 1 "$WORK/$1" | sort -n | tr '\n' ' ')"
}

mkdir "$WORK/dist"
tar -xzf "$(ls "$ROOT"/karaf-assembly/target/auleos-*.tar.gz)" -C "$WORK/dist"
DIST=$(echo "$WORK"/dist/*)
bare_setup
SETTLE=1
cold=$(bare_once)
echo "bare, cold: $cold"
cold=$(aule_once)
echo "aule, cold: $cold"
# The second boot of the bare container is its first with a filled cache; the second of ours its first with the archive.
bare_once >/dev/null
aule_once >/dev/null
SETTLE=5
round=0
while [ "$round" -lt "$ROUNDS" ]; do
    bare_once >>"$WORK/bare"
    aule_once >>"$WORK/aule"
    round=$((round + 1))
done
report bare
report aule
awk -v a="$(cut -d ' ' -f 1 "$WORK/aule" | median)" -v b="$(cut -d ' ' -f 1 "$WORK/bare" | median)" \
    -v c="$(cut -d ' ' -f 2 "$WORK/aule" | median)" -v d="$(cut -d ' ' -f 2 "$WORK/bare" | median)" \
    'BEGIN { printf "aule / bare: wall %.2f, cpu %.2f\n", a / b, c / d }'
printf 'distribution: %s MB packed\n' "$(($(wc -c <"$(ls "$ROOT"/karaf-assembly/target/auleos-*.tar.gz)") / 1000000))"
