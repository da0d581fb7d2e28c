package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.ledger.Checkpoint;

/**
 * The home's folder of keys as far as the ledger has files there: its key and a copy of the newest checkpoint, so that
 * the journal's folder alone cannot be put back to an older state. One thread.
 */
public final class KeyFolder {

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final String name;

    private KeyFolder(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Opens the folder, which is made when it is not there. */
    public static KeyFolder open(Path folder, String node) throws IOException {
        try {
            Files.createDirectory(folder, OWNERS_FOLDER);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
                throw new NotDirectoryException(folder + " is to hold keys, but it is a link or no directory");
            }
        }
        return new KeyFolder(folder, Notes.origin(node).replace('/', '-').replaceFirst("^auleos", "ledger"));
    }

    /**
     * The key; made when there is none.
     *
     * @param signedBefore true when checkpoints exist, so that a key must
     */
    Signer signer(String node, boolean signedBefore) throws IOException {
        Path file = file(".key");
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            if (signedBefore) {
                throw new IOException(
                        "the ledger's key " + file + " is missing, but it has signed checkpoints; restore it"
                                + " from a backup of the home, or, to begin with a new key that witnesses will not know, remove "
                                + file(".checkpoint"));
            }
            replace(file, Signer.generate());
        }
        Signer signer = Signer.of(Notes.origin(node), read(file), file);
        String open = signer.publicKey() + "\n";
        Path shown = file(".pub");
        if (!Files.exists(shown, NOFOLLOW_LINKS) || !read(shown).equals(open)) {
            replace(shown, open);
        }
        return signer;
    }

    /** The copy of the newest checkpoint. */
    Optional<Checkpoint> checkpoint() throws IOException {
        Path file = file(".checkpoint");
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Optional<Checkpoint> found = Notes.one(read(file));
        if (found.isEmpty()) {
            throw new IOException(file + " holds no checkpoint; restore it from a backup of the home");
        }
        return found;
    }

    /** Durable when this returns. */
    void keep(Checkpoint checkpoint) throws IOException {
        replace(file(".checkpoint"), checkpoint.note());
    }

    /** Where the copy stands, for messages. */
    Path copy() {
        return file(".checkpoint");
    }

    private Path file(String ending) {
        return folder.resolve(name + ending);
    }

    private static String read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS))) {
            return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(next, Set.of(WRITE, CREATE_NEW, NOFOLLOW_LINKS), OWNERS_FILE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
            channel.force(true);
        }
    }
}
