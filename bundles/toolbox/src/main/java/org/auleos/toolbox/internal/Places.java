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
 * The directory handles of one call: opened for what the call declared and was permitted, closed when it is over. Every path
 * behind a link is asked about again, at the call's declaration and at the guard. Thread-safe by its lock.
 */
final class Places implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(Places.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Directory> open = new HashMap<>();
    private final Guard guard;
    private final Provenance provenance;
    private final String tool;
    private final String workspace;
    private final List<Capability> declared;
    private boolean closed;

    Places(Guard guard, Provenance provenance, String tool, String workspace, List<Capability> declared) {
        this.guard = guard;
        this.provenance = provenance;
        this.tool = tool;
        this.workspace = workspace;
        this.declared = List.copyOf(declared);
    }

    /** Throws {@code ToolException} as the plugin API says. */
    Place place(String path, Access access) {
        String canonical = canonical(path);
        String granted = outermost(canonical, access);
        try {
            String root = granted.equals(workspace) ? created(granted) : existing(granted);
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
            return PathText.canonical(workspace, path);
        } catch (IllegalArgumentException e) {
            throw new ToolException(Code.INVALID_INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /** The largest directory this call may use that holds the path. */
    private String outermost(String path, Access access) {
        if (PathText.within(workspace, path)) {
            return workspace;
        }
        return declared.stream()
                .filter(capability -> grants(capability, access, path))
                .map(capability -> Literal.directory(String.valueOf(capability.pattern()), path))
                .min(Comparator.comparingInt(String::length))
                .orElseThrow(() -> refused(path, access));
    }

    private ToolException refused(String path, Access access) {
        String action = access == Access.READ ? "read" : "write";
        return new ToolException(
                Code.DENIED,
                "fs:" + action + ":" + path + " is not among what this call of " + tool
                        + " declared; name the path in the input the tool's permissions refer to");
    }

    private static boolean grants(Capability capability, Access access, String path) {
        boolean suits = capability.namespace().equals(Template.FILES)
                && (access == Access.READ || !capability.action().equals("read"));
        return suits && capability.covers(Capability.exactly(Template.FILES, capability.action(), path));
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
        if (PathText.within(workspace, known) && root.equals(workspace)) {
            return true;
        }
        return declared.stream()
                .filter(capability -> grants(capability, access, known))
                .map(Capability::action)
                .anyMatch(action -> allowed(action, known) && (known.equals(path) || allowed(action, path)));
    }

    /** What policy says about one path that the call declared. */
    private boolean allowed(String action, String path) {
        Capability one = Capability.exactly(Template.FILES, action, path);
        return guard.decide(new Question(provenance, tool, "none", List.of(one), Set.of(one)))
                instanceof Decision.Permitted;
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
