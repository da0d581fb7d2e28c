package org.auleos.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GateTest extends ServerFixture {

    private static final String OWNER = "Authorization: Bearer " + World.ADMIN;

    @Test
    void healthNeedsNoTokenAndSaysNothingMore() throws IOException {
        Client.Got got = client.send("GET", "/api/v1/health", List.of(), "");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void everythingElseNeedsAToken() throws IOException {
        for (String path : List.of("/api/v1/status", "/api/v1/runs", "/", "/console", "/api/v1/nothing")) {
            Client.Got got = client.send("GET", path, List.of(), "");

            assertThat(got.status()).as(path).isEqualTo(401);
            assertThat(got.errorCode()).isEqualTo("unauthenticated");
            assertThat(got.head()).contains("WWW-Authenticate: Bearer");
        }
    }

    @Test
    void aWrongTokenIsRefusedWithoutRepeatingIt() throws IOException {
        Client.Got got = client.get("/api/v1/status", "guessed-secret");

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.body()).doesNotContain("guessed-secret");
    }

    @Test
    void aSpellingOfHealthThatMeansSomethingElseIsNotOpen() throws IOException {
        assertThat(client.send("GET", "/api/v1/health/../status", List.of(), "").status())
                .isEqualTo(401);
        assertThat(client.send("GET", "/api/v1/health/%2e%2e/status", List.of(), "")
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aForeignHostIsRefusedEvenWithAToken() throws IOException {
        for (String host : List.of("evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example")) {
            Client.Got got = client.send("GET", "/api/v1/status", List.of("Host: " + host, OWNER), "");

            assertThat(got.status()).as(host).isEqualTo(421);
        }
    }

    @Test
    void theNamesOfLoopbackAreAccepted() throws IOException {
        for (String host : List.of("localhost", "localhost:7777", "127.0.0.1:1", "[::1]:9")) {
            Client.Got got = client.send("GET", "/api/v1/status", List.of("Host: " + host, OWNER), "");

            assertThat(got.status()).as(host).isEqualTo(200);
        }
    }

    @Test
    void anAbsoluteTargetDoesNotHideAForeignHost() throws IOException {
        Client.Got got = client.send("GET", "http://evil.example/api/v1/status", List.of("Host: localhost", OWNER), "");

        assertThat(got.status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void webPagesAreRefusedAndGetNoCors() throws IOException {
        for (String header : List.of(
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1",
                "Sec-Fetch-Site: cross-site")) {
            Client.Got got = client.send("GET", "/api/v1/status", List.of(header, OWNER), "");

            assertThat(got.status()).as(header).isEqualTo(403);
            assertThat(got.head()).doesNotContainIgnoringCase("Access-Control");
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeadersAndNoServerVersion() throws IOException {
        for (String head : List.of(
                client.get("/api/v1/status", World.ADMIN).head(),
                client.get("/api/v1/status", "wrong").head())) {
            assertThat(head)
                    .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'")
                    .contains("Cache-Control: no-store")
                    .doesNotContain("Server:");
        }
    }

    @Test
    void aMalformedRequestGetsTheOneFormOfErrors() throws IOException {
        Client.Got got = client.send("GET", "/api/v1/%zz", List.of(OWNER), "");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.errorCode()).isEqualTo("bad_request");
    }

    @Test
    void onlyLoopbackIsListenedOnUnlessAskedFor() {
        assertThatThrownBy(() -> new JettyServer.Address("0.0.0.0", 0, false, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("allowRemote");
        assertThat(new JettyServer.Address("0.0.0.0", 0, true, Set.of()).allowRemote())
                .isTrue();
    }
}
