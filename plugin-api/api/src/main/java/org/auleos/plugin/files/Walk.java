package org.auleos.plugin.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.auleos.plugin.tool.ToolException;
import org.jspecify.annotations.Nullable;

/**
 * The way from a root handle down to one name, each directory opened relative to the handle of its parent and never
 * through a link. It ends at a handle of the parent and a name in it that may not exist yet. Confined to one thread.
 */
final class Walk implements Closeable {

    /** As many links as Linux follows in one path. */
    static final int LINK_LIMIT = 40;

    /** Every directory on the way costs two descriptors, so a hostile tree must not be walked to any depth. */
    static final int DEPTH_LIMIT = 256;

    private static final Path SELF = Path.of(".");

    private record Step(SecureDirectoryStream<Path> handle, Path path) {}

    private final Path rootPath;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Deque<String> pending = new ArrayDeque<>();
    private final SecureDirectoryStream<Path> root;
    private int links;
    private Path name = SELF;
    private @Nullable PosixFileAttributes attributes;

    private Walk(SecureDirectoryStream<Path> root, Path rootPath) {
        this.root = root;
        this.rootPath = rootPath;
    }

    /**
     * Walks to a path.
     *
     * @param follow whether a link at the end is followed too
     * @throws ToolException with DENIED when the way leads above the root
     */
    static Walk to(SecureDirectoryStream<Path> root, Path rootPath, String path, boolean follow) throws IOException {
        Walk walk = new Walk(root, rootPath);
        try {
            walk.ahead(path);
            walk.run(follow);
            return walk;
        } catch (IOException | RuntimeException e) {
            walk.close();
            throw e;
        }
    }

    /**
     * Checks where a link in a directory would lead, as far as its target exists.
     *
     * @throws ToolException with DENIED when that is outside the root, or may be once missing names exist
     */
    static void confine(SecureDirectoryStream<Path> root, Path rootPath, Path parent, String target)
            throws IOException {
        try (Walk walk = new Walk(root, rootPath)) {
            walk.ahead(NativeName.target(rootPath.relativize(parent)));
            walk.run(false);
            walk.follow(target, parent);
            walk.runWhileItExists();
        }
    }

    /** Handle of the directory that holds {@link #name()}. */
    SecureDirectoryStream<Path> parent() {
        Step last = steps.peekLast();
        return last == null ? root : last.handle;
    }

    /** The name in {@link #parent()}; {@code .} when the path leads to that directory itself. */
    Path name() {
        return name;
    }

    /** True when the path leads to the directory behind {@link #parent()} itself. */
    boolean self() {
        return name.equals(SELF);
    }

    /** Absolute path of {@link #parent()} by the names walked. */
    Path parentPath() {
        Step last = steps.peekLast();
        return last == null ? rootPath : last.path;
    }

    /** Absolute path of the end by the names walked. */
    Path absolute() {
        return self() ? parentPath() : parentPath().resolve(name);
    }

    /** What stood at the end when the walk came there; empty when nothing did. */
    Optional<PosixFileAttributes> found() {
        return Optional.ofNullable(attributes);
    }

    /** What stood at the end. Throws {@code NoSuchFileException} when nothing did. */
    PosixFileAttributes existing() throws IOException {
        if (attributes == null) {
            throw new NoSuchFileException(NativeName.absolute(absolute()));
        }
        return attributes;
    }

    /** Looks again at what stands at the end, links not followed. */
    PosixFileAttributes look() throws IOException {
        try {
            return parent().getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (FileSystemException e) {
            throw Failures.at(absolute(), e);
        }
    }

    private void run(boolean follow) throws IOException {
        while (!pending.isEmpty()) {
            String next = pending.removeFirst();
            if (next.equals("..")) {
                up();
            } else {
                step(NativeName.path(next), follow || !pending.isEmpty());
            }
        }
        if (self()) {
            attributes = look();
        }
    }

    private void runWhileItExists() throws IOException {
        try {
            run(true);
        } catch (NoSuchFileException e) {
            if (pending.contains("..")) {
                throw outside("a way back from " + NativeName.absolute(absolute()) + ", which is missing,");
            }
        }
    }

    private void step(Path next, boolean follow) throws IOException {
        name = next;
        attributes = lookIfThere();
        if (attributes == null && !pending.isEmpty()) {
            throw new NoSuchFileException(NativeName.absolute(absolute()));
        }
        if (attributes != null && attributes.isSymbolicLink() && follow) {
            link(attributes.fileKey());
        } else if (!pending.isEmpty()) {
            enter();
        }
    }

    private @Nullable PosixFileAttributes lookIfThere() throws IOException {
        try {
            return look();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Java cannot read a link through a handle: by path then, which can at worst read another text, walked the same way. */
    private void link(@Nullable Object key) throws IOException {
        Path at = absolute();
        if (++links > LINK_LIMIT) {
            throw new FileSystemLoopException(NativeName.absolute(at) + ": more than " + LINK_LIMIT + " links");
        }
        follow(readLink(at, key), at);
    }

    private void follow(String target, Path at) throws IOException {
        name = SELF;
        if (!target.startsWith("/")) {
            ahead(target);
            return;
        }
        Deque<String> below = below(target, at);
        close();
        below.descendingIterator().forEachRemaining(pending::addFirst);
    }

    /** The text of the link; the link seen through the handle and the one read by path must be the same. */
    static String readLink(Path at, @Nullable Object key) throws IOException {
        String target = NativeName.target(Files.readSymbolicLink(at));
        var now = Files.readAttributes(at, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (key == null || !key.equals(now.fileKey())) {
            throw new ToolException(
                    ToolException.Code.CONFLICT, NativeName.absolute(at) + " was replaced while it was being read");
        }
        return target;
    }

    /** The names of an absolute target that lie below the root. */
    private Deque<String> below(String target, Path at) {
        Deque<String> names = new ArrayDeque<>(NativeName.parts(target));
        for (Path expected : rootPath) {
            if (!NativeName.text(expected).equals(names.pollFirst())) {
                throw outside(NativeName.absolute(at) + ", a link to " + target + ",");
            }
        }
        return names;
    }

    private void ahead(String path) {
        List<String> names = NativeName.parts(path);
        for (int i = names.size() - 1; i >= 0; i--) {
            pending.addFirst(names.get(i));
        }
    }

    private void up() throws IOException {
        Step last = steps.pollLast();
        if (last == null) {
            throw outside("a path with .. that");
        }
        last.handle.close();
        name = SELF;
    }

    private ToolException outside(String what) {
        return new ToolException(
                ToolException.Code.DENIED,
                what + " leads outside " + NativeName.absolute(rootPath) + ", which is all that is granted here");
    }

    /** Checked first, so that nothing but a directory is opened: opening a pipe would wait for its other end. */
    private void enter() throws IOException {
        Path at = absolute();
        if (!existing().isDirectory()) {
            throw new NotDirectoryException(NativeName.absolute(at));
        }
        if (steps.size() == DEPTH_LIMIT) {
            throw new ToolException(
                    ToolException.Code.TOO_LARGE,
                    "a path more than " + DEPTH_LIMIT + " directories below " + NativeName.absolute(rootPath)
                            + "; expected a shorter one");
        }
        steps.addLast(new Step(open(), at));
        name = SELF;
        attributes = null;
    }

    /** A handle to the directory at the end of the walk. */
    SecureDirectoryStream<Path> open() throws IOException {
        try {
            return parent().newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
        } catch (FileSystemException e) {
            throw Failures.at(absolute(), e);
        }
    }

    @Override
    public void close() throws IOException {
        while (!steps.isEmpty()) {
            steps.removeLast().handle.close();
        }
    }
}
