package org.auleos.tools.net.internal;

import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.osgi.service.component.annotations.Component;

/** Reads certificates and says when they end. */
@Component
@ToolSpec(
        name = "net.certificates",
        description =
                "Reads X.509 certificates from PEM files and from TLS servers and says whose they are and when they"
                        + " end. Without paths and endpoints it looks where servers usually keep theirs.",
        permissions = {
            "fs:read:{paths}",
            "net:connect:{endpoints}",
            "fs:read:/etc/ssl",
            "fs:read:/etc/pki/tls/certs",
            "fs:read:/etc/letsencrypt",
            "fs:read:/etc/nginx",
            "fs:read:/etc/apache2",
            "fs:read:/etc/httpd",
            "fs:read:/etc/haproxy",
            "fs:read:/etc/postgresql",
            "fs:read:/etc/mysql",
            "fs:read:/etc/kubernetes/pki"
        },
        effect = Effect.READ,
        risk = Risk.NONE,
        timeout = "PT1M")
public final class Certificates implements Tool<Certificates.In, Certificates.Out> {

    /** Where servers keep their own certificates; stores of trusted authorities are left out, wherever they are. */
    private static final List<String> COMMON = List.of(
            "/etc/ssl",
            "/etc/pki/tls/certs",
            "/etc/letsencrypt/live",
            "/etc/nginx",
            "/etc/apache2",
            "/etc/httpd",
            "/etc/haproxy",
            "/etc/postgresql",
            "/etc/mysql",
            "/etc/kubernetes/pki");

    public record In(
            @Doc("files, or directories to look through; may be empty")
            List<String> paths,

            @Doc("TLS servers as host:port; may be empty") List<String> endpoints) {}

    public record Problem(
            @Doc("the path or endpoint") String source,
            @Doc("what went wrong there") String what) {}

    public record Out(
            @Doc("the certificates, those that end first coming first")
            List<CertificateFacts> certificates,

            @Doc("what could not be examined") List<Problem> problems,

            @Doc("how many files and endpoints were examined")
            int examined) {}

    @Override
    public Out call(In in, ToolContext context) {
        CertificateSearch search = new CertificateSearch(context);
        boolean nothing = in.paths().isEmpty() && in.endpoints().isEmpty();
        for (String path : nothing ? COMMON : in.paths()) {
            context.checkpoint();
            search.below(path, !nothing);
        }
        for (String endpoint : in.endpoints()) {
            context.checkpoint();
            search.examined();
            try {
                search.found(TlsServer.at(endpoint, context).certificate(), endpoint);
            } catch (ToolException e) {
                search.problem(endpoint, e);
            }
        }
        return search.out();
    }
}
