package org.auleos.tools.triage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.auleos.tools.triage.internal.Finding.Action;

/** What {@code net.certificates} says, and what is wrong with it. */
public record Certificates(List<Certificate> certificates, List<Problem> problems, int examined) {

    private static final Reading READING = new Reading(
            "machine.certificate",
            "certificate",
            "net.certificates",
            Action.look("net.certificates", "shows all certificates and when they expire"));

    private static final int SOON = 21;
    private static final int VERY_SOON = 7;

    public Certificates {
        certificates = List.copyOf(certificates);
        problems = List.copyOf(problems);
    }

    /** A certificate; {@code daysLeft} is negative once it expired, {@code source} a path or host:port. */
    public record Certificate(
            String source,
            String subject,
            String issuer,
            List<String> names,
            Instant notBefore,
            Instant notAfter,
            long daysLeft,
            boolean selfSigned,
            boolean authority) {

        public Certificate {
            names = List.copyOf(names);
        }

        /** Days before the end from which on it ought to be renewed: less for certificates that live for days only. */
        long margin() {
            return Math.min(SOON, Duration.between(notBefore, notAfter).toDays() / 3);
        }

        String line() {
            return "%s: %s, valid until %s, issued by %s".formatted(source, subject, notAfter, issuer);
        }
    }

    /** A source that could not be looked at. */
    public record Problem(String source, String what) {}

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Certificate certificate : certificates) {
            boolean expired = certificate.daysLeft() < 0;
            if (!certificate.authority() && (expired || certificate.daysLeft() < certificate.margin())) {
                findings.add(expired ? expired(certificate) : expiring(certificate));
            }
        }
        List<String> authorities = certificates.stream()
                .filter(certificate -> certificate.authority() && certificate.daysLeft() < 0)
                .map(Certificate::line)
                .toList();
        if (!authorities.isEmpty()) {
            findings.add(READING.of("authorities")
                    .finding(
                            Severity.INFO,
                            0.9,
                            authorities,
                            "Expired authorities are still in the list of trusted ones",
                            "Harmless: nothing they signed is accepted any more."));
        }
        return findings;
    }

    private static Finding expired(Certificate certificate) {
        boolean unused = certificate.selfSigned() && certificate.source().contains("snakeoil");
        return READING.of(certificate.source() + certificate.subject())
                .finding(
                        unused ? Severity.LOW : Severity.HIGH,
                        0.95,
                        certificate.line(),
                        "The certificate in " + certificate.source() + " has expired",
                        "It ended %d days ago. Clients that check it refuse to connect; renew it."
                                .formatted(-certificate.daysLeft()));
    }

    private static Finding expiring(Certificate certificate) {
        return READING.of(certificate.source() + certificate.subject())
                .finding(
                        certificate.daysLeft() < VERY_SOON ? Severity.HIGH : Severity.MEDIUM,
                        0.95,
                        certificate.line(),
                        "The certificate in %s expires in %d days"
                                .formatted(certificate.source(), certificate.daysLeft()),
                        "Renew it in time; if a program should do that by itself, see why it did not.");
    }
}
