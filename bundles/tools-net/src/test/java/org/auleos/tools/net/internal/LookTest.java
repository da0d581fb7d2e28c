package org.auleos.tools.net.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.auleos.plugin.tool.ToolException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interfaces, listening ports, names and the reachability of ports. */
class LookTest {

    private final TestContext context = TestContext.granting();

    @Test
    void theLoopbackInterfaceHasItsAddress() throws Exception {
        assertThat(new Interfaces().call(new Interfaces.In(), context).interfaces())
                .anySatisfy(each -> {
                    assertThat(each.loopback()).isTrue();
                    assertThat(each.addresses()).contains("127.0.0.1/8");
                });
    }

    @Test
    void ourOwnPortsAreListedWithOurProcess() throws Exception {
        try (ServerSocket everywhere = new ServerSocket(0);
                ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket datagrams = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Listening.Out out = new Listening().call(new Listening.In(), context);

            Listening.Socket open = find(out, Listening.Protocol.TCP, everywhere.getLocalPort());
            assertThat(open.loopback()).isFalse();
            assertThat(open.address()).isIn("::", "0.0.0.0");
            Listening.Socket local = find(out, Listening.Protocol.TCP, here.getLocalPort());
            assertThat(local.loopback()).isTrue();
            assertThat(local.address()).endsWith("127.0.0.1");
            assertThat(local.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(local.process()).isEqualTo("java");
            assertThat(local.user()).isEqualTo(System.getProperty("user.name"));
            assertThat(find(out, Listening.Protocol.UDP, datagrams.getLocalPort())
                            .pid())
                    .isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void theTablesOfTheKernelAreReadByTheirManual(@TempDir Path proc) throws Exception {
        Path net = Files.createDirectory(proc.resolve("net"));
        String head =
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
        Files.writeString(
                net.resolve("tcp"),
                head
                        + "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     7        0 4711 1\n"
                        + "   1: 0100007F:0016 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 4712 1\n");
        Files.writeString(
                net.resolve("tcp6"),
                head
                        + "   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A"
                        + " 00000000:00000000 00:00000000 00000000     0        0 4713 1\n"
                        + "   1: B80D0120000000000000000001000000:0051 00000000000000000000000000000000:0000 0A"
                        + " 00000000:00000000 00:00000000 00000000     0        0 4714 1\n");

        assertThat(new Listening(proc).call(new Listening.In(), context))
                .isEqualTo(new Listening.Out(
                        java.util.List.of(
                                new Listening.Socket(Listening.Protocol.TCP, "::", 80, false, "root", null, null),
                                new Listening.Socket(
                                        Listening.Protocol.TCP, "2001:db8:0:0:0:0:0:1", 81, false, "root", null, null),
                                new Listening.Socket(
                                        Listening.Protocol.TCP, "127.0.0.1", 8080, true, "lp", null, null)),
                        3));
    }

    @Test
    void anotherSystemIsToldSo(@TempDir Path empty) {
        Refused.with(Code.UNSUPPORTED, () -> new Listening(empty).call(new Listening.In(), context));
    }

    @Test
    void aPortIsOpenOrClosed() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            CheckPort.Out open = check("localhost", port);
            assertThat(open.state()).isEqualTo(CheckPort.State.OPEN);
            assertThat(open.address()).isEqualTo("127.0.0.1");
        }
        assertThat(check("127.0.0.1", port).state()).isEqualTo(CheckPort.State.CLOSED);
        assertThat(context.asked()).isEmpty();
    }

    @Test
    void aPortMustBeOne() {
        Refused.with(Code.INVALID_INPUT, () -> check("localhost", 0));
        Refused.with(Code.INVALID_INPUT, () -> check("localhost", 70_000));
        Refused.with(
                Code.INVALID_INPUT,
                () -> new CheckPort().call(new CheckPort.In("localhost", 1, Duration.ofMinutes(1)), context));
    }

    @Test
    void namesAreResolved() {
        assertThat(new DnsLookup().call(new DnsLookup.In("localhost"), context).addresses())
                .contains(new DnsLookup.Address("127.0.0.1", DnsLookup.Family.IPV4, false));
        Refused.with(Code.INVALID_INPUT, () -> new DnsLookup().call(new DnsLookup.In("a b"), context));
        Refused.with(Code.NOT_FOUND, () -> new DnsLookup().call(new DnsLookup.In("x.invalid"), context));
    }

    private CheckPort.Out check(String host, int port) throws IOException {
        return new CheckPort().call(new CheckPort.In(host, port, null), context);
    }

    private static Listening.Socket find(Listening.Out out, Listening.Protocol protocol, int port) {
        return out.sockets().stream()
                .filter(socket -> socket.protocol() == protocol && socket.port() == port)
                .findFirst()
                .orElseThrow();
    }
}
