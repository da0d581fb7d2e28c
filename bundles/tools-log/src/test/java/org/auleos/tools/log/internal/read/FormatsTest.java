package org.auleos.tools.log.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.auleos.tools.log.internal.record.Level;
import org.auleos.tools.log.internal.record.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lines as the real programs write them, read as short logs of their own. */
class FormatsTest {

    private static final String TEN = "2024-03-09T10:15:01Z";
    private static final String TEN_123 = "2024-03-09T10:15:01.123Z";

    @Test
    void syslogOfTheBsdKind() {
        ReadLog log = ReadLog.of(
                "Mar  9 10:15:01 web1 CRON[1234]: (root) CMD (run-parts /etc/cron.hourly)",
                "Mar  9 10:15:02 web1 kernel: [12345.678901] Out of memory: Killed process 77 (java)",
                "Mar  9 10:15:03 web1 last message repeated 2 times",
                "Mar  9 10:15:04 web1 systemd[1]: nginx.service: Failed with result 'exit-code'.");

        check(log.record(0), TEN, Level.UNKNOWN, "web1", "CRON", 1234, "(root) CMD (run-parts /etc/cron.hourly)");
        assertThat(log.record(1).process()).isEqualTo("kernel");
        assertThat(log.record(2).message()).isEqualTo("last message repeated 2 times");
        assertThat(log.record(3).message()).isEqualTo("nginx.service: Failed with result 'exit-code'.");
        assertThat(log.report().format()).isEqualTo("syslog");
    }

    @Test
    void syslogWithAFullTimeAndWithPriorities() {
        LogRecord iso = ReadLog.of("2024-03-09T11:15:01.123+01:00 web1 sshd[99]: Accepted publickey for bob")
                .record(0);
        LogRecord priority = ReadLog.of("<34>Mar  9 10:15:01 web1 su: 'su root' failed for bob")
                .record(0);

        check(iso, TEN_123, Level.UNKNOWN, "web1", "sshd", 99, "Accepted publickey for bob");
        check(priority, TEN, Level.CRITICAL, "web1", "su", -1, "'su root' failed for bob");
    }

    @Test
    void syslogOfRfc5424() {
        ReadLog log = ReadLog.of(
                "<165>1 2024-03-09T10:15:01.123Z db1 evntslog 42 ID47 [a@1 iut=\"3\" e=\"A\\]B\"] An event",
                "<34>1 - - su - - - failed");

        check(log.record(0), TEN_123, Level.NOTICE, "db1", "evntslog", 42, "An event");
        check(log.record(1), null, Level.CRITICAL, "", "su", -1, "failed");
    }

    @Test
    void kernelRingBufferWithAndWithoutTheCalendar() {
        LogRecord uptime = ReadLog.of("[   12.345678] EXT4-fs error (device sda1): reading directory")
                .record(0);
        LogRecord calendar = ReadLog.of(
                        "[Sat Mar  9 10:15:01 2024] oom-kill: constraint=NONE",
                        "[Sat Mar  9 10:15:02 2024] Killed process 77 (java)")
                .record(0);

        check(uptime, null, Level.UNKNOWN, "", "", -1, "EXT4-fs error (device sda1): reading directory");
        check(calendar, TEN, Level.UNKNOWN, "", "", -1, "oom-kill: constraint=NONE");
    }

    @Test
    void accessLogs() {
        ReadLog log = ReadLog.of(
                "1.2.3.4 - bob [09/Mar/2024:10:15:01 +0000] \"GET /a?b=\\\"c HTTP/1.1\" 200 123 \"-\" \"curl/7\"",
                "www.x.org:80 ::1 - - [09/Mar/2024:11:15:01 +0100] \"\\x16\\x03\" 400 226");

        check(log.record(0), TEN, Level.UNKNOWN, "", "", -1, "\"GET /a?b=\\\"c HTTP/1.1\" 200 123");
        assertThat(log.record(0).fields())
                .containsEntry("client", "1.2.3.4")
                .containsEntry("user", "bob")
                .containsEntry("method", "GET")
                .containsEntry("path", "/a?b=\\\"c")
                .containsEntry("status", "200")
                .containsEntry("agent", "curl/7");
        assertThat(log.record(1).time()).isEqualTo(Instant.parse(TEN));
        assertThat(log.record(1).fields())
                .containsEntry("vhost", "www.x.org:80")
                .containsEntry("client", "::1")
                .containsEntry("path", "\\x16\\x03")
                .containsEntry("method", "");
    }

    @Test
    void webServerErrorLogs() {
        LogRecord nginx = ReadLog.of(
                        "2024/03/09 10:15:01 [error] 1234#1234: *5 connect() failed (111: Connection refused)")
                .record(0);
        LogRecord apache = ReadLog.of(
                        "[Sat Mar 09 10:15:01.123000 2024] [core:error] [pid 123:tid 456] [client 1.2.3.4:567] AH00124: too many")
                .record(0);

        check(nginx, TEN, Level.ERROR, "", "", 1234, "*5 connect() failed (111: Connection refused)");
        assertThat(apache.level()).isEqualTo(Level.ERROR);
        assertThat(apache.pid()).isEqualTo(123);
        assertThat(apache.time()).isEqualTo(Instant.parse(TEN_123));
        assertThat(apache.message()).endsWith("too many");
    }

    @Test
    void jsonLinesOfManyLoggers() {
        ReadLog log = ReadLog.of(
                "{\"time\":\"2024-03-09T10:15:01Z\",\"level\":\"error\",\"msg\":\"it \\\"broke\\\"\\u0021\",\"ctx\":{\"a\":1,\"b\":[1,{}]}}",
                "{\"level\":50,\"time\":1709979301123,\"pid\":5,\"hostname\":\"h\",\"msg\":\"pino\"}",
                "{\"t\":{\"$date\":\"2024-03-09T10:15:01.123+00:00\"},\"s\":\"W\",\"ctx\":\"conn1\",\"msg\":\"slow\"}",
                "{\"__REALTIME_TIMESTAMP\":\"1709979301123000\",\"PRIORITY\":\"3\",\"SYSLOG_IDENTIFIER\":\"sshd\",\"_PID\":\"9\",\"MESSAGE\":\"kex\"}");

        check(log.record(0), TEN, Level.ERROR, "", "", -1, "it \"broke\"!");
        assertThat(log.record(0).fields()).containsEntry("ctx.a", "1").containsEntry("ctx.b", "[1,{}]");
        check(log.record(1), TEN_123, Level.ERROR, "h", "", 5, "pino");
        check(log.record(2), TEN_123, Level.WARNING, "", "conn1", -1, "slow");
        check(log.record(3), TEN_123, Level.ERROR, "", "sshd", 9, "kex");
        assertThat(log.report().format()).isEqualTo("JSON lines");
    }

    @Test
    void theTraceInAJsonLineIsItsDetail() {
        LogRecord record = ReadLog.of(
                        "{\"level\":\"error\",\"msg\":\"failed\\nwhile saving\",\"stack_trace\":\"java.io.IOException: x\\n\\tat a.B\"}")
                .record(0);

        assertThat(record.message()).isEqualTo("failed");
        assertThat(record.detail()).isEqualTo("while saving\njava.io.IOException: x\n\tat a.B");
        assertThat(record.lines()).isEqualTo(1);
    }

    @Test
    void brokenJsonIsText() {
        ReadLog log = ReadLog.of("{\"level\":\"info\",\"msg\":\"fine\"}", "{\"level\":\"info\",\"msg\":\"cut");

        assertThat(log.record(1).message()).isEqualTo("{\"level\":\"info\",\"msg\":\"cut");
        assertThat(log.record(1).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void logfmt() {
        LogRecord record = ReadLog.of(
                        "ts=2024-03-09T10:15:01.123Z caller=main.go:1 level=warn msg=\"disk \\\"x\\\" full\"")
                .record(0);

        check(record, TEN_123, Level.WARNING, "", "main.go:1", -1, "disk \"x\" full");
    }

    @Test
    void javaLoggers() {
        LogRecord bars = ReadLog.of(
                        "2024-03-09T10:15:01,123 | ERROR | Thread-3 (a b)  | o.a.k.Foo  | 13 - org.a.c - 1.0.0 | Could not | start",
                        "2024-03-09T10:15:02,123 | INFO  | main            | o.a.k.Bar  | 13 - org.a.c - 1.0.0 | started")
                .record(0);
        LogRecord dashes = ReadLog.of("2024-03-09 10:15:01,123 [main] WARN  c.f.Bar - slow")
                .record(0);
        LogRecord spring = ReadLog.of(
                        "2024-03-09 10:15:01.123  INFO 1234 --- [           main] c.e.Application   : Starting Application")
                .record(0);

        check(bars, TEN_123, Level.ERROR, "", "o.a.k.Foo", -1, "Could not | start");
        check(dashes, TEN_123, Level.WARNING, "", "c.f.Bar", -1, "slow");
        check(spring, TEN_123, Level.INFO, "", "c.e.Application", 1234, "Starting Application");
    }

    @Test
    void javaUtilLoggingOverTwoLines() {
        ReadLog log = ReadLog.of(
                "Mar 09, 2024 10:15:01 AM com.foo.Bar start",
                "SEVERE: failed",
                "java.lang.RuntimeException: x",
                "\tat a.b(C.java:1)");

        assertThat(log.records()).hasSize(1);
        check(log.record(0), TEN, Level.ERROR, "", "com.foo.Bar", -1, "failed");
        assertThat(log.record(0).lines()).isEqualTo(4);
    }

    @Test
    void pythonLoggers() {
        LogRecord dashes = ReadLog.of("2024-03-09 10:15:01,123 - my.app - WARNING - low disk")
                .record(0);
        LogRecord basic = ReadLog.of("ERROR:my.mod:failed badly").record(0);

        check(dashes, TEN_123, Level.WARNING, "", "my.app", -1, "low disk");
        assertThat(basic.level()).isEqualTo(Level.ERROR);
    }

    @Test
    void databases() {
        LogRecord postgres = ReadLog.of("2024-03-09 10:15:01.123 UTC [1240] FATAL:  could not open file")
                .record(0);
        LogRecord mysql = ReadLog.of("2024-03-09T10:15:01.123Z 8 [ERROR] [MY-012574] [InnoDB] Unable to lock")
                .record(0);
        LogRecord redis = ReadLog.of("1234:M 09 Mar 2024 10:15:01.123 # Can't save in background")
                .record(0);
        LogRecord mongo = ReadLog.of("2024-03-09T10:15:01.123+0000 W STORAGE  [initandlisten] bad")
                .record(0);

        check(postgres, TEN_123, Level.CRITICAL, "", "", 1240, "could not open file");
        assertThat(mysql.level()).isEqualTo(Level.ERROR);
        assertThat(mysql.message()).isEqualTo("Unable to lock");
        check(redis, TEN_123, Level.WARNING, "", "", 1234, "Can't save in background");
        assertThat(mongo.level()).isEqualTo(Level.WARNING);
    }

    @Test
    void whatADatabaseAddsIsPartOfTheRecord() {
        ReadLog log = ReadLog.of(
                "2024-03-09 10:15:01.123 UTC [1240] bob@db ERROR:  relation \"x\" does not exist",
                "2024-03-09 10:15:01.123 UTC [1240] bob@db STATEMENT:  select *",
                "\tfrom x",
                "2024-03-09 10:15:02.123 UTC [1241] bob@db ERROR:  other");

        assertThat(log.records()).hasSize(2);
        assertThat(log.record(0).lines()).isEqualTo(3);
        assertThat(log.record(0).detail()).contains("STATEMENT:  select *\n\tfrom x");
        assertThat(log.record(1).line()).isEqualTo(4);
    }

    @Test
    void containersAndServices() {
        LogRecord container =
                ReadLog.of("2024-03-09T10:15:01.123456789Z stderr F panic: x").record(0);
        LogRecord glog = ReadLog.of("E0309 10:15:01.123000   1234 server.go:13] failed: x")
                .record(0);
        LogRecord brackets = ReadLog.of("[2024-03-09T10:15:01,123][WARN ][o.e.c.DiskMonitor     ] [node-1] high disk")
                .record(0);

        assertThat(container.level()).isEqualTo(Level.UNKNOWN);
        assertThat(container.message()).isEqualTo("panic: x");
        check(glog, TEN_123, Level.ERROR, "", "server.go", 1234, "failed: x");
        check(brackets, TEN_123, Level.WARNING, "", "o.e.c.DiskMonitor", -1, "high disk");
    }

    @Test
    void whatContainersWrapIsUnwrapped() {
        ReadLog log = ReadLog.of(
                "{\"log\":\"2024-03-09 10:15:01,123 ERROR [main] a.B: failed\\n\",\"stream\":\"stderr\",\"time\":\"2024-03-09T11:00:00Z\"}",
                "{\"log\":\"java.io.IOException: x\\n\",\"stream\":\"stderr\",\"time\":\"2024-03-09T11:00:00Z\"}",
                "{\"log\":\"\\tat a.B.c(B.java:1)\\n\",\"stream\":\"stderr\",\"time\":\"2024-03-09T11:00:00Z\"}",
                "{\"log\":\"plain\\n\",\"stream\":\"stdout\",\"time\":\"2024-03-09T11:00:00Z\"}");

        assertThat(log.records()).hasSize(2);
        check(log.record(0), TEN_123, Level.ERROR, "", "a.B", -1, "failed");
        assertThat(log.record(0).detail()).isEqualTo("java.io.IOException: x\n\tat a.B.c(B.java:1)");
        check(log.record(1), "2024-03-09T11:00:00Z", Level.UNKNOWN, "", "", -1, "plain");
    }

    @Test
    void auditLog() {
        LogRecord record = ReadLog.of("type=AVC msg=audit(1709979301.123:45): avc:  denied { read }")
                .record(0);

        check(record, TEN_123, Level.UNKNOWN, "", "AVC", -1, "avc:  denied { read }");
    }

    @Test
    void packageHistoriesAreBlocks() {
        ReadLog log = ReadLog.of(
                "",
                "Start-Date: 2024-03-09  10:15:01",
                "Commandline: apt-get install -y nginx",
                "Error: Sub-process /usr/bin/dpkg returned an error code (1)",
                "End-Date: 2024-03-09  10:15:20",
                "",
                "Start-Date: 2024-03-09  11:15:01",
                "Commandline: apt-get remove x");

        assertThat(log.records()).hasSize(2);
        check(log.record(0), TEN, Level.UNKNOWN, "", "", -1, "apt-get install -y nginx");
        assertThat(log.record(0).line()).isEqualTo(2);
        assertThat(log.record(0).lines()).isEqualTo(4);
        assertThat(log.record(0).fields()).containsKey("Error");
    }

    @Test
    void theJournalsExportIsBlocks() {
        ReadLog log = ReadLog.of(
                "__CURSOR=s=1",
                "__REALTIME_TIMESTAMP=1709979301123000",
                "PRIORITY=3",
                "_COMM=sshd",
                "MESSAGE=kex failed");

        check(log.record(0), TEN_123, Level.ERROR, "", "sshd", -1, "kex failed");
    }

    @Test
    void aLayoutNobodyHasSeenIsLearned() {
        ReadLog log = ReadLog.of(
                "node7 q.rx 1709979301 4 alpha <INFO> unit::core: packet 1 accepted",
                "node8 q.tx 1709979302 4 beta <WARN> unit::core: queue at 90 %",
                "node9 q.rx 1709979303 4 alpha <INFO> unit::mesh: peer joined");

        check(log.record(1), "2024-03-09T10:15:02Z", Level.WARNING, "", "unit::core", 4, "queue at 90 %");
    }

    @Test
    void textWithoutHeadsIsTakenAsItIs() {
        ReadLog log = ReadLog.of("Segmentation fault", "cannot open file", "  because of x");

        assertThat(log.report().format()).isEqualTo("plain text");
        assertThat(log.records())
                .extracting(LogRecord::message)
                .containsExactly("Segmentation fault", "cannot open file");
        assertThat(log.record(1).detail()).isEqualTo("  because of x");
    }

    private static void check(
            LogRecord record,
            @Nullable String time,
            Level level,
            String host,
            String process,
            int pid,
            String message) {
        assertThat(record.time()).isEqualTo(time == null ? null : Instant.parse(time));
        assertThat(record.level()).isEqualTo(level);
        assertThat(record.host()).isEqualTo(host);
        assertThat(record.process()).isEqualTo(process);
        assertThat(record.pid()).isEqualTo(pid);
        assertThat(record.message()).isEqualTo(message);
    }
}
