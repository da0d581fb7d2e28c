package org.auleos.toolbox.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Directory.Access;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolException.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory handles of one call, closed when it is over. A path is reached when the call declared it, or a directory above
 * it, and the guard permits that very path to the grants of the call; every path behind a link is asked about again.
 * Thread-safe by its lock.
 */
final class Places implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(Places.class);

    private static final String DRAFT = "/.aule-";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Directory> open = new HashMap<>();
    private final Guard guard;
    private final Subject subject;
    private final List<Capability> declared;
    private boolean closed;

    Places(Guard guard, Subject subject, List<Capability> declared) {
        this.guard = guard;
        this.subject = subject;
        this.declared = List.copyOf(declared);
    }

    /**
     * Who reaches for files.
     *
     * @param granted what the run and the agent are granted
     * @param workspace what relative paths are relative to, and what needs no grant
     */
    record Subject(Provenance provenance, String tool, Set<Capability> granted, String workspace) {}

    /** Throws {@code ToolException} as the plugin API says. */
    Place place(String path, Access access) {
        String canonical = canonical(path);
        String granted = outermost(canonical, access);
        try {
            String root = granted.equals(subject.workspace) ? created(granted) : existing(granted);
            return new Place(handle(root, access), PathText.relative(root, canonical));
        } catch (IOException e) {
            throw new ToolException(Code.NOT_FOUND, canonical + " cannot be reached: " + e, e);
        }
    }

    /** A directory of the platform's own, made if it is missing. */
    Directory own(String path) {
        try {
            Files.createDirectories(Path.of(path));
            return handle(path, (real, access) -> true, Access.WRITE);
        } catch (IOException e) {
            throw new ToolException(Code.UNAVAILABLE, path + " cannot be opened: " + e, e);
        }
    }

    private String canonical(String path) {
        try {
            return PathText.canonical(subject.workspace, path);
        } catch (IllegalArgumentException e) {
            throw new ToolException(Code.INVALID_INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /** The largest directory granted for the path; links that stay inside it are followed. */
    private String outermost(String path, Access access) {
        if (PathText.within(subject.workspace, path)) {
            return subject.workspace;
        }
        if (!permits(path, path, access)) {
            throw refused(path, access);
        }
        return subject.granted.stream()
                .filter(grant -> suits(grant, access) && grant.covers(exactly(grant, path)))
                .map(grant -> Literal.directory(String.valueOf(grant.pattern()), path))
                .min(Comparator.comparingInt(String::length))
                .orElseThrow(() -> refused(path, access));
    }

    private ToolException refused(String path, Access access) {
        String action = access == Access.READ ? "read" : "write";
        return new ToolException(
                Code.DENIED,
                "fs:" + action + ":" + path + " is not among what this call of " + subject.tool
                        + " declared; name the path in the input the tool's permissions refer to");
    }

    private static boolean suits(Capability capability, Access access) {
        boolean files = capability.namespace().equals(Template.FILES)
                || capability.namespace().equals("*");
        return files && (access == Access.READ || !capability.action().equals("read"));
    }

    private static Capability exactly(Capability capability, String path) {
        return Capability.exactly(Template.FILES, capability.action(), path);
    }

    private static String created(String directory) throws IOException {
        Files.createDirectories(Path.of(directory));
        return directory;
    }

    /** The nearest directory that is there, so that the tool can make the missing ones. */
    private static String existing(String directory) {
        String at = directory;
        while (!at.equals("/") && !Files.isDirectory(Path.of(at))) {
            at = PathText.parent(at);
        }
        return at;
    }

    private Directory handle(String root, Access access) throws IOException {
        String real = Path.of(root).toRealPath().toString();
        return handle(root, (path, wanted) -> permits(root, real, path.toString(), wanted), access);
    }

    private Directory handle(String root, Directory.Guard permits, Access access) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new ToolException(Code.CANCELLED, "the call is over; its directory handles are closed");
            }
            String key = access + root;
            Directory known = open.get(key);
            if (known == null) {
                known = Directory.open(Path.of(root), access, permits);
                open.put(key, known);
            }
            return known;
        } catch (InvalidPathException e) {
            throw new ToolException(Code.INVALID_INPUT, root + " is no path on this machine: " + e.getReason(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Decides about a path whose links are resolved, under the name the call knows and under its real one. */
    private boolean permits(String root, String real, String path, Access access) {
        String known = PathText.within(real, path) ? PathText.canonical(root, PathText.relative(real, path)) : path;
        if (root.equals(subject.workspace) && PathText.within(root, known)) {
            return true;
        }
        return permits(known, path, access);
    }

    private boolean permits(String known, String real, Access access) {
        return declared.stream()
                .filter(capability -> suits(capability, access) && declares(capability, known))
                .anyMatch(capability -> allowed(exactly(capability, known), subject.granted)
                        && (known.equals(real) || allowed(exactly(capability, real))));
    }

    /** What a call declares it declares with everything below and a draft beside it; how far that goes is up to its grants. */
    static boolean declares(Capability capability, String path) {
        String pattern = String.valueOf(capability.pattern());
        if (pattern.indexOf('*') < 0) {
            String declared = pattern.replace("\\\\", "\\");
            return PathText.within(declared, path) || draft(capability, declared, path);
        }
        return capability.covers(exactly(capability, path));
    }

    /** What is written comes to be, and goes, under a second name beside its own, so that a crash leaves all or nothing. */
    private static boolean draft(Capability capability, String declared, String path) {
        String parent = PathText.parent(declared);
        return !capability.action().equals("read") && path.startsWith((parent.equals("/") ? "" : parent) + DRAFT);
    }

    /** The real place of something granted under another name: only what policy says against it counts. */
    private boolean allowed(Capability one) {
        return allowed(one, Set.of(one));
    }

    private boolean allowed(Capability one, Set<Capability> granted) {
        Question question = new Question(subject.provenance, subject.tool, "none", List.of(one), granted);
        return guard.decide(question) instanceof Decision.Permitted;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            for (Directory directory : open.values()) {
                close(directory);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Directory directory) {
        try {
            directory.close();
        } catch (IOException e) {
            log.warn("The handle to {} could not be closed", directory.path(), e);
        }
    }
}
