package org.auleos.tools.net.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    private static Path shared;

    private final Certificates certificates = new Certificates();
    private final TestContext context = TestContext.granting();

    @BeforeAll
    static void makeCertificates() throws Exception {
        keytool("-genkeypair -alias a -keyalg EC -dname CN=soon.example -validity 10"
                + " -ext san=dns:soon.example,ip:192.0.2.7");
        keytool("-genkeypair -alias b -keyalg EC -dname CN=old.example -startdate -30d -validity 10");
        keytool("-exportcert -rfc -alias a -file " + shared.resolve("soon.pem"));
        keytool("-exportcert -rfc -alias b -file " + shared.resolve("old.crt"));
    }

    @Test
    void filesAreReadAndTheFirstToEndComesFirst() throws IOException {
        Path dir = Files.createDirectories(shared.resolve("tls/deep"));
        Files.copy(shared.resolve("soon.pem"), dir.resolve("soon.pem"));
        Files.copy(shared.resolve("old.crt"), shared.resolve("tls/old.crt"));
        Files.writeString(dir.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Files.writeString(dir.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        Certificates.Out out = look(List.of(shared.resolve("tls").toString()), List.of());

        assertThat(out.certificates())
                .extracting(CertificateFacts::subject)
                .containsExactly("CN=old.example", "CN=soon.example");
        assertThat(out.certificates().get(0).daysLeft()).isEqualTo(-21);
        CertificateFacts soon = out.certificates().get(1);
        assertThat(soon.daysLeft()).isEqualTo(9);
        assertThat(soon.names()).containsExactly("soon.example", "192.0.2.7");
        assertThat(soon.source()).isEqualTo(dir.resolve("soon.pem").toString());
        assertThat(soon.selfSigned()).isTrue();
        assertThat(out.problems())
                .extracting(Certificates.Problem::source)
                .containsExactly(dir.resolve("broken.pem").toString());
        assertThat(out.examined()).isEqualTo(4);
    }

    @Test
    void aStoreOfAuthoritiesIsReadOnlyWhenNamed() throws IOException {
        Path dir = Files.createDirectories(shared.resolve("stores"));
        String many = Files.readString(shared.resolve("soon.pem"), StandardCharsets.US_ASCII)
                .repeat(20);
        Path store = Files.writeString(dir.resolve("bundle.crt"), many);

        assertThat(look(List.of(dir.toString()), List.of()).certificates()).isEmpty();
        assertThat(look(List.of(store.toString()), List.of()).certificates()).hasSize(20);
    }

    @Test
    void whatIsMissingIsAProblemOnlyWhenNamed() {
        assertThat(look(List.of("/does/not/exist"), List.of()).problems()).hasSize(1);
        assertThat(look(List.of(), List.of()).problems())
                .extracting(Certificates.Problem::source)
                .doesNotContain("/etc/httpd");
    }

    @Test
    void aServerIsAskedForItsCertificate() throws Exception {
        try (SSLServerSocket server = (SSLServerSocket)
                tls().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> shaken = CompletableFuture.runAsync(() -> shake(server));
            String endpoint = "localhost:" + server.getLocalPort();

            Certificates.Out out = look(List.of(), List.of(endpoint, "nonsense"));

            assertThat(out.certificates()).singleElement().satisfies(found -> {
                assertThat(found.source()).isEqualTo(endpoint);
                assertThat(found.subject()).isEqualTo("CN=soon.example");
            });
            assertThat(out.problems()).extracting(Certificates.Problem::source).containsExactly("nonsense");
            shaken.join();
        }
    }

    private static void shake(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SSLContext tls() throws Exception {
        KeyStore keys = KeyStore.getInstance(shared.resolve("keys").toFile(), PASSWORD.toCharArray());
        keys.deleteEntry("b");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }

    private Certificates.Out look(List<String> paths, List<String> endpoints) {
        return certificates.call(new Certificates.In(paths, endpoints), context);
    }

    private static void keytool(String arguments) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                shared.resolve("keys").toString(),
                "-storepass",
                PASSWORD));
        line.addAll(List.of(arguments.split(" ")));
        assertThat(new ProcessBuilder(line).inheritIO().start().waitFor()).isZero();
    }
}
