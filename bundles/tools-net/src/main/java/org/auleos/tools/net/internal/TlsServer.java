package org.auleos.tools.net.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/** A TLS server that is asked for its certificate and nothing else. */
record TlsServer(String host, int port, InetAddress address) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Reads {@code host:port} and resolves the host. */
    static TlsServer at(String endpoint, ToolContext context) {
        int colon = endpoint.lastIndexOf(':');
        if (colon < 1 || !endpoint.substring(colon + 1).matches("\\d{1,5}")) {
            throw Ranges.invalid("endpoint \"" + endpoint + "\": expected host:port");
        }
        String host = endpoint.substring(0, colon);
        int port = Ranges.port(Integer.parseInt(endpoint.substring(colon + 1)));
        return new TlsServer(host, port, Reach.named(host, port, context));
    }

    /** The certificate it shows, valid or not. */
    X509Certificate certificate() {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
            plain.setSoTimeout((int) PATIENCE.toMillis());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new LooksOnly()}, null);
            try (SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true)) {
                secure.startHandshake();
                Certificate[] chain = secure.getSession().getPeerCertificates();
                return (X509Certificate) chain[0];
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ToolException(
                    ToolException.Code.UNAVAILABLE,
                    host + ":" + port + " gave no certificate: " + e.getMessage() + "; expected a TLS server",
                    e);
        }
    }

    /** Accepts every certificate, because the question is what it says; nothing is sent over the connection. */
    private static final class LooksOnly extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("this is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new IllegalStateException("this is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new IllegalStateException("this is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
