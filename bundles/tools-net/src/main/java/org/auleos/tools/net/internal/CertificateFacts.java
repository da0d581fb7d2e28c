package org.auleos.tools.net.internal;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.auleos.plugin.tool.Doc;

/** One certificate, as tools answer it. */
public record CertificateFacts(
        @Doc("path or endpoint it was found at") String source,
        @Doc("whose it is") String subject,
        @Doc("who issued it") String issuer,
        @Doc("host names and addresses it is for") List<String> names,
        @Doc("valid from") Instant notBefore,
        @Doc("valid until") Instant notAfter,

        @Doc("whole days until then; negative when it has ended")
        long daysLeft,

        @Doc("true when it was issued by its own subject") boolean selfSigned,
        @Doc("true when it may issue certificates itself") boolean authority) {

    /** Kinds of alternative name (RFC 5280, 4.2.1.6) that stand for hosts. */
    private static final Set<Integer> HOSTS = Set.of(2, 7);

    static CertificateFacts of(X509Certificate certificate, String source, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        return new CertificateFacts(
                source,
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                end,
                Math.floorDiv(
                        Duration.between(now, end).toSeconds(),
                        Duration.ofDays(1).toSeconds()),
                certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()),
                certificate.getBasicConstraints() >= 0);
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> HOSTS.contains(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of(); // the rest of the certificate is readable and still of use
        }
    }
}
