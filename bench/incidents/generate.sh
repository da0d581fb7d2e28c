#!/usr/bin/env bash
# Breaks real programs on this machine and keeps what they wrote, as material for `Score.java`.
#
#   bench/incidents/generate.sh OUT      (as root; needs nginx, redis-server, openssh-server, PostgreSQL 15, a JDK, dpkg-deb)
#
# A scenario is a folder OUT/NAME with the logs of one or more programs, and OUT/NAME.expect says what is in them:
#   healthy                                nothing above low may be found
#   incident TAB NAME TAB FILE TAB REGEX TAB ABOUT [TAB ALSO]
#                                          the lines of FILE that match REGEX are the incident; the id, title or category of a
#                                          finding that reports it matches ABOUT; it may count lines that match ALSO too
# The expectations are written from what the programs say, not from what the rules look for.
set -uo pipefail

out=${1:?usage: generate.sh OUT}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
chmod 755 "$work"
pgbin=$(echo /usr/lib/postgresql/*/bin)
trap 'jobs -p | xargs -r kill 2>/dev/null; umount "$work"/*/full 2>/dev/null; rm -rf "$work"' EXIT

scenario() { # NAME: opens a folder and makes it the current one
  here="$out/$1"; expect="$out/$1.expect"; rm -rf "$here" "$expect"; mkdir -p "$here"; scratch="$work/$1"; mkdir -p "$scratch"; chmod 777 "$scratch"
  echo "== $1" >&2
}
incident() { printf 'incident\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "${5-}" >>"$expect"; }
healthy() { echo healthy >"$expect"; }
settle() { for _ in $(seq 1 50); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done; return 1; }
fetch() { curl -s -o /dev/null -m 3 "$@"; }

# ---- nginx -----------------------------------------------------------------------------------------------------------
nginx_conf() { # PORT, extra server lines on stdin
  cat >"$scratch/nginx.conf" <<CONF
worker_processes 1;
pid $scratch/nginx.pid;
error_log $here/error.log warn;
events { worker_connections 64; }
http {
  access_log $here/access.log combined;
  client_body_temp_path $scratch/b; proxy_temp_path $scratch/p; fastcgi_temp_path $scratch/f;
  uwsgi_temp_path $scratch/u; scgi_temp_path $scratch/s;
  server { listen 127.0.0.1:$1; root $scratch/www;
$(cat)
  }
}
CONF
  mkdir -p "$scratch/www"; echo '<p>hello</p>' >"$scratch/www/index.html"; echo ok >"$scratch/www/a.css"
}
nginx_run() { nginx -c "$scratch/nginx.conf" -e "$here/error.log" "$@"; }
nginx_stop() { nginx -c "$scratch/nginx.conf" -e "$here/error.log" -s quit; settle test ! -e "$scratch/nginx.pid"; }

nginx_healthy() {
  scenario nginx-healthy; nginx_conf 18081 </dev/null; nginx_run
  for i in $(seq 1 400); do fetch "http://127.0.0.1:18081/?q=$i"; fetch -H 'If-Modified-Since: Fri, 01 Jan 2099 00:00:00 GMT' http://127.0.0.1:18081/a.css; done
  fetch http://127.0.0.1:18081/favicon.ico; fetch http://127.0.0.1:18081/robots.txt
  nginx_stop; healthy
}
nginx_upstream_down() {
  scenario nginx-upstream-down; nginx_conf 18082 <<<'location /api { proxy_pass http://127.0.0.1:18999; }'; nginx_run
  for i in $(seq 1 60); do fetch "http://127.0.0.1:18082/"; done
  for i in $(seq 1 80); do fetch "http://127.0.0.1:18082/api/orders/$i"; done
  nginx_stop
  incident upstream error.log 'Connection refused\) while connecting to upstream' 'upstream|refused|502|5xx|proxy|dependency'
  incident burst access.log '" 502 ' '5xx|502|error|burst|http'
}
nginx_port_in_use() {
  scenario nginx-port-in-use; nginx_conf 18083 </dev/null
  nc_port 18083; nginx_run 2>/dev/null; kill "$nc_pid"
  incident bind error.log 'bind\(\) to .* failed \(98' 'port|bind|address' 'still could not bind'
}
nc_port() { java "$work/Hold.java" "$1" & nc_pid=$!; settle fetch_port "$1"; }
fetch_port() { (exec 3<>"/dev/tcp/127.0.0.1/$1"); }
nginx_bad_config() {
  scenario nginx-bad-config; nginx_conf 18084 <<<'  proxi_pass http://127.0.0.1:1;'; nginx_run 2>/dev/null
  incident emerg error.log 'unknown directive' 'config|syntax|directive'
}
nginx_permission() {
  scenario nginx-permission; nginx_conf 18085 </dev/null; nginx_run
  mkdir -p "$scratch/www/private"; echo x >"$scratch/www/private/a.html"; chmod 700 "$scratch/www/private"; chown root: "$scratch/www/private"
  for i in $(seq 1 25); do fetch http://127.0.0.1:18085/private/a.html; fetch http://127.0.0.1:18085/; done
  nginx_stop
  incident denied error.log '13: Permission denied' 'permission|denied|access'
}
nginx_scan() {
  scenario nginx-scan; nginx_conf 18086 </dev/null; nginx_run
  for i in $(seq 1 50); do fetch "http://127.0.0.1:18086/?p=$i"; done
  for p in .env .git/config wp-login.php wp-admin/setup-config.php xmlrpc.php phpmyadmin/index.php admin.php cgi-bin/test.cgi server-status \
    vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php actuator/env solr/admin HNAP1 boaform/admin/formLogin owa/auth.owa \
    backup.sql db.sql.gz .aws/credentials config.json.bak index.php~ shell.php login.action struts2/x console/ manager/html api/.env \
    .svn/entries .DS_Store test.php info.php phpinfo.php old/ backup/ www.zip .htpasswd; do fetch "http://127.0.0.1:18086/$p"; done
  nginx_stop
  incident scan access.log '" 404 ' 'scan|probe|404'
}

# ---- sshd ------------------------------------------------------------------------------------------------------------
sshd_conf() { # PORT
  mkdir -p /run/sshd; ssh-keygen -q -t ed25519 -N '' -f "$scratch/host"; ssh-keygen -q -t ed25519 -N '' -f "$scratch/user"
  cp "$scratch/user.pub" "$scratch/authorized"; chmod 600 "$scratch/authorized"
  cat >"$scratch/sshd_config" <<CONF
Port $1
ListenAddress 127.0.0.1
HostKey $scratch/host
PidFile $scratch/sshd.pid
AuthorizedKeysFile $scratch/authorized
StrictModes no
PasswordAuthentication yes
KbdInteractiveAuthentication no
UsePAM no
MaxStartups 100
CONF
}
# sshd writes to syslog; a private rsyslogd receives it, as on any server.
syslog_start() { # FILE
  cat >"$scratch/rsyslog.conf" <<CONF
module(load="imuxsock" SysSock.Name="$scratch/log.sock" SysSock.RateLimit.Interval="0")
\$template Classic,"%timestamp% myhost %syslogtag%%msg:::sp-if-no-1st-sp%%msg:::drop-last-lf%\n"
*.* action(type="omfile" file="$1" template="Classic")
CONF
  mv /dev/log "$scratch/devlog" 2>/dev/null
  rsyslogd -n -f "$scratch/rsyslog.conf" -i "$scratch/rsyslog.pid" & rsyslog_pid=$!
  settle test -S "$scratch/log.sock"; ln -sf "$scratch/log.sock" /dev/log
}
syslog_stop() { sleep 0.5; kill "$rsyslog_pid"; wait "$rsyslog_pid" 2>/dev/null; rm -f /dev/log; [ -e "$scratch/devlog" ] && mv "$scratch/devlog" /dev/log; chmod 644 "$here"/*; }
ssh_try() { # USER PORT PASSWORD
  SSH_ASKPASS="$work/askpass" SSH_ASKPASS_REQUIRE=force PASS="$3" timeout 10 ssh -q -F none -p "$2" -o StrictHostKeyChecking=no \
    -o UserKnownHostsFile=/dev/null -o PubkeyAuthentication=no -o NumberOfPasswordPrompts=1 "$1@127.0.0.1" true </dev/null
}
sshd_bruteforce() {
  scenario sshd-bruteforce; sshd_conf 18222; syslog_start "$here/auth.log"
  /usr/sbin/sshd -f "$scratch/sshd_config"
  for u in root admin test oracle postgres ubuntu guest user ftp www root admin root git nagios deploy pi root mysql backup; do ssh_try "$u" 18222 "pass-$u"; done
  kill "$(cat "$scratch/sshd.pid")"; syslog_stop
  incident bruteforce auth.log 'Failed password for' 'brute|log-in|login|password|auth' 'Invalid user|authentication failure|Connection closed by (authenticating|invalid) user'
}
sshd_healthy() {
  scenario sshd-healthy; sshd_conf 18223; syslog_start "$here/auth.log"
  /usr/sbin/sshd -f "$scratch/sshd_config"
  for _ in $(seq 1 15); do ssh -q -F none -p 18223 -i "$scratch/user" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null root@127.0.0.1 true </dev/null; done
  kill "$(cat "$scratch/sshd.pid")"; syslog_stop; healthy
}
sshd_port_in_use() {
  scenario sshd-port-in-use; sshd_conf 18224; syslog_start "$here/auth.log"; nc_port 18224
  /usr/sbin/sshd -f "$scratch/sshd_config" 2>/dev/null; kill "$nc_pid"; syslog_stop
  incident bind auth.log 'Bind to port .* failed' 'port|bind|address' 'Cannot bind any address'
}

# ---- PostgreSQL ------------------------------------------------------------------------------------------------------
pg() { su postgres -s /bin/sh -c "PATH=$pgbin:\$PATH; $1"; }
pg_start() { # PORT [OPTIONS]: a new cluster that logs as Debian's does
  data="$scratch/data"; touch "$here/postgresql.log"; chmod 666 "$here/postgresql.log"
  [ -d "$data" ] || pg "initdb -A scram-sha-256 --pwfile=$work/pgpass -D $data" >/dev/null
  pg "pg_ctl -D $data -w -l $here/postgresql.log -o \"-p $1 -k $scratch -c listen_addresses=127.0.0.1 -c log_line_prefix='%m [%p] %q%u@%d ' -c log_checkpoints=on ${2-}\" start" >/dev/null
}
pg_stop() { pg "pg_ctl -D $scratch/data -m fast -w stop" >/dev/null; }
psql_() { PGPASSWORD=secret PGCONNECT_TIMEOUT=5 "$pgbin/psql" -q -h 127.0.0.1 -p "$1" -U postgres -d postgres -c "$2" >/dev/null 2>&1; }
pg_healthy() {
  scenario postgresql-healthy; pg_start 18432
  for i in $(seq 1 30); do psql_ 18432 "create table if not exists t(i int); insert into t select generate_series(1,1000); checkpoint; vacuum t"; done
  pg_stop; pg_start 18432; psql_ 18432 'select 1'; pg_stop; healthy
}
pg_auth() {
  scenario postgresql-auth; pg_start 18433
  for i in $(seq 1 30); do PGPASSWORD="wrong$i" "$pgbin/psql" -h 127.0.0.1 -p 18433 -U postgres -c 'select 1' >/dev/null 2>&1; done; pg_stop
  incident auth postgresql.log 'FATAL:  password authentication failed' 'brute|auth|password|log-in|login' 'DETAIL:'
}
pg_connections() {
  scenario postgresql-connections; pg_start 18434 '-c max_connections=6 -c superuser_reserved_connections=0 -c max_wal_senders=0'
  for i in $(seq 1 6); do psql_ 18434 'select pg_sleep(4)' & done; sleep 1.5
  for i in $(seq 1 12); do psql_ 18434 'select 1'; done; sleep 4; pg_stop
  incident clients postgresql.log 'FATAL:  sorry, too many clients already' 'connection|clients|too many'
}
pg_deadlock() {
  scenario postgresql-deadlock; pg_start 18435
  psql_ 18435 'create table a(i int primary key, n int); insert into a values (1,0),(2,0)'
  for _ in 1 2 3; do
    psql_ 18435 'begin; update a set n=n+1 where i=1; select pg_sleep(1); update a set n=n+1 where i=2; commit' &
    one=$!; psql_ 18435 'begin; update a set n=n+1 where i=2; select pg_sleep(1); update a set n=n+1 where i=1; commit'; wait $one
  done; pg_stop
  incident deadlock postgresql.log 'ERROR:  deadlock detected' 'deadlock'
}
pg_disk_full() {
  scenario postgresql-disk-full; mkdir "$scratch/full"; mount -t tmpfs -o size=90m tmpfs "$scratch/full" || { rm -rf "$here" "$expect"; return; }
  pg_start 18436; chown postgres "$scratch/full"; psql_ 18436 "create tablespace small location '$scratch/full'"
  psql_ 18436 "create table big(t text) tablespace small"
  for i in $(seq 1 12); do psql_ 18436 "insert into big select repeat('x',1000) from generate_series(1,60000)"; done; pg_stop; umount "$scratch/full"
  incident full postgresql.log 'No space left on device' 'disk|space'
}
pg_crash() {
  scenario postgresql-crash; pg_start 18437
  psql_ 18437 'select pg_sleep(20)' & sleep 0.7
  pkill -9 -f 'postgres: postgres postgres 127.0.0.1.*SELECT'; wait $! ; sleep 3; psql_ 18437 'select 1'; pg_stop
  incident crash postgresql.log 'was terminated by signal 9' 'crash|terminat|kill|signal' 'terminating connection because of crash|terminating any other active|all server processes terminated|was not properly shut down|was interrupted'
}

# ---- JVM -------------------------------------------------------------------------------------------------------------
jvm() { java "$@" 2>&1; }
jvm_healthy() { scenario jvm-healthy; jvm "$work/Service.java" healthy >"$here/app.log"; healthy; }
jvm_oom() {
  scenario jvm-oom; jvm -Xmx48m "$work/Service.java" heap >"$here/app.log"
  incident heap app.log 'java.lang.OutOfMemoryError' 'memory|heap|oom'
}
jvm_deadlock() {
  scenario jvm-deadlock; jvm "$work/Service.java" deadlock >"$here/app.log" & p=$!; sleep 4
  pid=$(pgrep -f 'Service.java deadlock' | head -1); kill -3 "$pid"; sleep 1; kill -9 "$pid"; wait $p 2>/dev/null
  incident deadlock app.log 'Found one Java-level deadlock' 'deadlock' 'Found [0-9]+ deadlock'
}
jvm_bind() {
  scenario jvm-bind; nc_port 18501; jvm "$work/Service.java" bind 18501 >"$here/app.log"; kill "$nc_pid"
  incident bind app.log 'BindException' 'port|bind|address'
}
jvm_stack() {
  scenario jvm-stackoverflow; jvm "$work/Service.java" stack >"$here/app.log"
  incident stack app.log 'java.lang.StackOverflowError' 'stack|recursion'
}

# ---- dpkg ------------------------------------------------------------------------------------------------------------
deb() { # NAME POSTINST [DEPENDS]
  d="$scratch/$1"; mkdir -p "$d/DEBIAN"; printf 'Package: %s\nVersion: 1.0\nArchitecture: all\nMaintainer: x <x@example.org>\nDescription: x\n' "$1" >"$d/DEBIAN/control"
  [ -n "${3-}" ] && echo "Depends: $3" >>"$d/DEBIAN/control"
  printf '#!/bin/sh\n%s\n' "$2" >"$d/DEBIAN/postinst"; chmod 755 "$d/DEBIAN/postinst"; dpkg-deb -b "$d" "$scratch/$1.deb" >/dev/null
}
dpkg_failed() {
  scenario dpkg-failed; deb aule-broken 'echo configuring; exit 3'
  before=$(wc -l </var/log/dpkg.log)
  { echo "Log started: $(date '+%Y-%m-%d  %H:%M:%S')"; LC_ALL=C dpkg -i "$scratch/aule-broken.deb" 2>&1; echo "Log ended: $(date '+%Y-%m-%d  %H:%M:%S')"; } >"$here/term.log"
  tail -n "+$((before + 1))" /var/log/dpkg.log >"$here/dpkg.log"; dpkg --purge aule-broken >/dev/null 2>&1
  incident postinst term.log 'dpkg: error processing package' 'package|dpkg' 'returned error exit status|Errors were encountered'
}
dpkg_healthy() {
  scenario dpkg-healthy; deb aule-fine 'exit 0'; before=$(wc -l </var/log/dpkg.log)
  { echo "Log started: $(date '+%Y-%m-%d  %H:%M:%S')"; LC_ALL=C dpkg -i "$scratch/aule-fine.deb" 2>&1; echo "Log ended: $(date '+%Y-%m-%d  %H:%M:%S')"; } >"$here/term.log"
  dpkg --purge aule-fine >/dev/null 2>&1; tail -n "+$((before + 1))" /var/log/dpkg.log >"$here/dpkg.log"; healthy
}

# ---- redis -----------------------------------------------------------------------------------------------------------
redis() { redis-server --port "$1" --bind 127.0.0.1 --dir "$scratch" --logfile "$here/redis.log" --daemonize no "${@:2}" & redis_pid=$!; settle redis-cli -p "$1" ping; }
redis_healthy() {
  scenario redis-healthy; redis 18601 --save '1 1'
  for i in $(seq 1 5); do redis-cli -p 18601 set k "$i" >/dev/null; sleep 1.2; done
  redis-cli -p 18601 shutdown >/dev/null; wait "$redis_pid"; healthy
}
redis_save_fails() {
  scenario redis-save-fails; mkdir -p "$scratch/full"; mount -t tmpfs -o size=64k tmpfs "$scratch/full" || { rm -rf "$here" "$expect"; return; }
  redis 18602 --save '1 1' --dir "$scratch/full" --rdbcompression no
  redis-cli -p 18602 set k "$(head -c 100000 /dev/zero | tr '\0' x)" >/dev/null; sleep 9; redis-cli -p 18602 shutdown nosave; wait "$redis_pid"; umount "$scratch/full"
  incident save redis.log 'No space left on device' 'disk|space|save|persist' 'Background saving error|Background saving terminated'
}
redis_port_in_use() {
  scenario redis-port-in-use; nc_port 18603; redis-server --port 18603 --bind 127.0.0.1 --logfile "$here/redis.log" >/dev/null; kill "$nc_pid"
  incident bind redis.log 'Address already in use|bind: ' 'port|bind|address' 'Failed listening on port'
}
redis_aof() {
  scenario redis-aof-damaged; redis 18604 --appendonly yes; for i in $(seq 1 50); do redis-cli -p 18604 set "k$i" v >/dev/null; done
  redis-cli -p 18604 shutdown >/dev/null; wait "$redis_pid"; f=$(ls "$scratch"/appendonlydir/*.incr.aof); printf 'garbage' | dd of="$f" bs=1 seek=200 conv=notrunc 2>/dev/null
  : >"$here/redis.log"; timeout 5 redis-server --port 18604 --bind 127.0.0.1 --dir "$scratch" --logfile "$here/redis.log" --appendonly yes
  incident aof redis.log 'Bad file format reading the append only file' 'aof|corrupt|append|format|damage'
}

# ---- kernel ----------------------------------------------------------------------------------------------------------
kernel_since() { dmesg | tail -n "+$((kernel_before + 1))" >"$1"; }
kernel_oom() {
  scenario kernel-oom; g=/sys/fs/cgroup/memory/aule-oom; kernel_before=$(dmesg | wc -l)
  mkdir -p $g 2>/dev/null && echo 60M >$g/memory.limit_in_bytes || { rm -rf "$here" "$expect"; return; }
  (echo $BASHPID >$g/cgroup.procs; exec java -Xms300m -XX:+AlwaysPreTouch -version) >/dev/null 2>&1; sleep 0.5; rmdir $g
  kernel_since "$here/kern.log"; incident oom kern.log 'Memory cgroup out of memory: Killed process' 'memory|oom' 'invoked oom-killer|oom_reaper|oom-kill:'
}
kernel_segfault() {
  scenario kernel-segfault; kernel_before=$(dmesg | wc -l); sh -c 'for i in 1 2 3 4; do /usr/bin/env sh -c "kill -11 \$\$" ; done' 2>/dev/null
  printf 'int main(void){int *p=(int*)8;return *p;}' >"$scratch/s.c"; gcc -o "$scratch/crasher" "$scratch/s.c" && for _ in 1 2 3; do "$scratch/crasher"; done 2>/dev/null
  kernel_since "$here/kern.log"; grep -q segfault "$here/kern.log" || { rm -rf "$here" "$expect"; return; }
  incident segfault kern.log 'segfault at' 'segfault|crash'
}
kernel_ext4() {
  scenario kernel-ext4; kernel_before=$(dmesg | wc -l); truncate -s 32M "$scratch/img"; mkfs.ext4 -q -O ^has_journal "$scratch/img"; mkdir "$scratch/m"
  mount -o loop "$scratch/img" "$scratch/m" 2>/dev/null || { rm -rf "$here" "$expect"; return; }
  for i in $(seq 1 200); do echo $i >"$scratch/m/f$i"; done; umount "$scratch/m"
  dd if=/dev/urandom of="$scratch/img" bs=4k seek=8 count=700 conv=notrunc 2>/dev/null; mount -o loop "$scratch/img" "$scratch/m" 2>/dev/null
  ls -lR "$scratch/m" >/dev/null 2>&1; umount "$scratch/m" 2>/dev/null; kernel_since "$here/kern.log"
  incident ext4 kern.log 'EXT4-fs error' 'ext4|file ?system|disk|kernel'
}
kernel_healthy() { scenario kernel-healthy; dmesg | head -300 | grep -v -E 'segfault|out of memory|EXT4-fs error' >"$here/kern.log"; healthy; }

cat >"$work/Hold.java" <<'JAVA'
public class Hold { public static void main(String[] a) throws Exception {
  var s = new java.net.ServerSocket(Integer.parseInt(a[0]), 5, java.net.InetAddress.getLoopbackAddress()); while (true) s.accept().close(); } }
JAVA
cat >"$work/Service.java" <<'JAVA'
import java.util.*; import java.util.logging.*;
public class Service {
  static final Logger log = Logger.getLogger("com.example.orders.Service");
  public static void main(String[] a) throws Exception {
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$-7s [main] %3$s - %5$s%6$s%n");
    log.info("Starting order service version 2.4.1"); log.info("Loaded configuration from application.yml");
    for (int i = 0; i < 60; i++) { log.info("Processed order " + (1000 + i) + " in " + (i % 7 + 3) + " ms"); Thread.sleep(10); }
    switch (a[0]) {
      case "heap": try { var l = new ArrayList<byte[]>(); while (true) l.add(new byte[4 << 20]); } catch (OutOfMemoryError e) { log.log(Level.SEVERE, "Order batch failed", e); } throw new OutOfMemoryError("Java heap space");
      case "stack": try { deep(0); } catch (StackOverflowError e) { StackTraceElement[] t = e.getStackTrace(); e.setStackTrace(Arrays.copyOf(t, 12)); log.log(Level.SEVERE, "Cannot evaluate rule tree", e); } break;
      case "bind": try { new java.net.ServerSocket(Integer.parseInt(a[1]), 5, java.net.InetAddress.getLoopbackAddress()); } catch (java.io.IOException e) { log.log(Level.SEVERE, "Web server failed to start", e); System.exit(1); } break;
      case "deadlock": Object x = new Object(), y = new Object(); new Thread(() -> lock(x, y), "worker-1").start(); new Thread(() -> lock(y, x), "worker-2").start(); Thread.sleep(60_000); break;
      default: log.info("Shutting down, 0 errors, 60 orders"); } }
  static int deep(int i) { return deep(i + 1) + 1; }
  static void lock(Object p, Object q) { synchronized (p) { try { Thread.sleep(300); } catch (InterruptedException e) { return; } synchronized (q) { log.info("never"); } } }
}
JAVA
printf 'secret' >"$work/pgpass"; chmod 644 "$work/pgpass"
printf '#!/bin/sh\necho "$PASS"\n' >"$work/askpass"; chmod 755 "$work/askpass"

all="nginx_healthy nginx_upstream_down nginx_port_in_use nginx_bad_config nginx_permission nginx_scan sshd_healthy sshd_bruteforce sshd_port_in_use
  pg_healthy pg_auth pg_connections pg_deadlock pg_disk_full pg_crash jvm_healthy jvm_oom jvm_deadlock jvm_bind jvm_stack dpkg_healthy dpkg_failed
  redis_healthy redis_save_fails redis_port_in_use redis_aof kernel_healthy kernel_oom kernel_segfault kernel_ext4"
for s in ${SCENARIOS:-$all}; do "$s"; done
ls "$out" >&2
