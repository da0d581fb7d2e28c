package org.auleos.tools.net.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/** One search for certificates in files. Confined to one thread. */
final class CertificateSearch {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END");
    private static final Pattern NAME = Pattern.compile("(?i).*\\.(pem|crt|cer|cert)");
    private static final int DEPTH = 5;
    private static final int SIZE_MAX = 1024 * 1024;
    private static final int FILES_MAX = 5000;
    private static final int PROBLEMS_MAX = 50;

    /** A file with more is a store of trusted authorities, which end without anybody minding. */
    private static final int STORE = 10;

    private final ToolContext context;
    private final List<CertificateFacts> certificates = new ArrayList<>();
    private final List<Certificates.Problem> problems = new ArrayList<>();
    private int examined;

    CertificateSearch(ToolContext context) {
        this.context = context;
    }

    /** Looks at a file, or through a directory. What nobody named may be missing, and stores there are passed over. */
    void below(String path, boolean named) {
        try {
            Place place = context.place(path, Directory.Access.READ);
            if (place.directory().exists(place.path()) || named) {
                look(place.directory(), place.path(), DEPTH, named);
            }
        } catch (IOException | ToolException e) {
            problem(path, e);
        }
    }

    private void look(Directory directory, String path, int depth, boolean named) throws IOException {
        List<Entry> entries;
        try {
            entries = directory.list(path);
        } catch (NotDirectoryException e) {
            read(directory, path, named);
            return;
        }
        for (Entry entry : entries) {
            context.checkpoint();
            String child = path.isEmpty() ? entry.name() : path + "/" + entry.name();
            if (entry.kind() == Entry.Kind.DIRECTORY && depth > 1) {
                enter(directory, child, depth - 1);
            } else if (NAME.matcher(entry.name()).matches() && examined < FILES_MAX) {
                open(directory, child);
            }
        }
    }

    /** What may not be entered is passed over: directories of private keys are kept closed everywhere. */
    private void enter(Directory directory, String path, int depth) {
        try {
            look(directory, path, depth, false);
        } catch (AccessDeniedException e) {
            return;
        } catch (ToolException e) {
            requireGoingOn(e);
        } catch (IOException e) {
            problem(shown(directory, path), e);
        }
    }

    private static void requireGoingOn(ToolException e) {
        if (e.code() != ToolException.Code.DENIED) {
            throw e;
        }
    }

    private void open(Directory directory, String path) {
        try {
            read(directory, path, false);
        } catch (NoSuchFileException e) {
            return; // a dangling link, as updates of trusted authorities leave them
        } catch (ToolException e) {
            requireGoingOn(e); // authorities are links out of what is granted, a server's own certificate is not
        } catch (IOException e) {
            problem(shown(directory, path), e);
        }
    }

    private void read(Directory directory, String path, boolean named) throws IOException {
        examined++;
        String text;
        try (var in = Channels.newInputStream(directory.open(path, Set.of(StandardOpenOption.READ)))) {
            text = new String(in.readNBytes(SIZE_MAX), StandardCharsets.ISO_8859_1);
        }
        List<X509Certificate> found = parse(text, shown(directory, path));
        if (named || found.size() <= STORE) {
            found.forEach(certificate -> found(certificate, shown(directory, path)));
        }
    }

    private List<X509Certificate> parse(String text, String source) {
        List<X509Certificate> found = new ArrayList<>();
        Matcher pem = PEM.matcher(text);
        while (pem.find()) {
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
                found.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
            } catch (CertificateException | IllegalArgumentException e) {
                problem(source, e);
            }
        }
        return found;
    }

    private static String shown(Directory directory, String path) {
        return (directory.path().equals("/") ? "" : directory.path()) + "/" + path;
    }

    void examined() {
        examined++;
    }

    void found(X509Certificate certificate, String source) {
        certificates.add(
                CertificateFacts.of(certificate, source, context.clock().instant()));
    }

    void problem(String source, Exception why) {
        if (why instanceof ToolException refused && refused.code() == ToolException.Code.CANCELLED) {
            throw refused;
        }
        if (problems.size() < PROBLEMS_MAX) {
            problems.add(new Certificates.Problem(source, String.valueOf(why.getMessage())));
        }
    }

    Certificates.Out out() {
        certificates.sort(Comparator.comparing(CertificateFacts::notAfter).thenComparing(CertificateFacts::source));
        return new Certificates.Out(List.copyOf(certificates), List.copyOf(problems), examined);
    }
}
