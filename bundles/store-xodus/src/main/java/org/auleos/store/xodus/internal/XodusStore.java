package org.auleos.store.xodus.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import jetbrains.exodus.ExodusException;
import jetbrains.exodus.env.Environment;
import jetbrains.exodus.env.EnvironmentConfig;
import jetbrains.exodus.env.Environments;
import jetbrains.exodus.log.DataCorruptionException;
import org.auleos.api.store.Store;
import org.auleos.api.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store over a Xodus environment, opened when it is first used so that starting does not wait for it. Commits are
 * not synced: after a crash the last ones may be missing, and their projections are rebuilt from the ledger.
 */
public final class XodusStore implements Store, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(XodusStore.class);
    private static final long CACHE_BYTES = 16L << 20;
    private static final long FILE_KIB = 1024;
    private static final int OPEN_FILES = 64;

    private final Path directory;

    /** Guards the opening and closing. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable Environment environment;
    private volatile boolean closed;

    /** Opens nothing yet. */
    public XodusStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        Environment open = environment();
        return open.computeInReadonlyTransaction(transaction -> work.apply(new XodusView(open, transaction)));
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        Environment open = environment();
        try {
            return open.computeInExclusiveTransaction(transaction -> work.apply(new XodusView(open, transaction)));
        } catch (ExodusException e) {
            throw new StoreException("the store in " + directory + " could not write: " + e.getMessage(), e);
        }
    }

    private Environment environment() {
        Environment open = environment;
        if (open != null) {
            return open;
        }
        lock.lock();
        try {
            if (closed) {
                throw new StoreException("the store in " + directory + " is closed");
            }
            open = environment;
            if (open == null) {
                open = open();
                environment = open;
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    private Environment open() {
        try {
            makeDirectory();
            return Environments.newInstance(directory.toFile(), config());
        } catch (DataCorruptionException e) {
            return openAnew(e);
        } catch (IOException | ExodusException e) {
            throw new StoreException("the store in " + directory + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** A damaged store is set aside, not repaired: whatever was in it comes back from the ledger. */
    private Environment openAnew(DataCorruptionException damage) {
        try {
            Path aside = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "store-damaged-");
            Files.move(directory, aside.resolve("store"));
            makeDirectory();
            log.warn("The store in {} is damaged; set aside as {} and begun anew", directory, aside, damage);
            return Environments.newInstance(directory.toFile(), config());
        } catch (IOException | ExodusException e) {
            throw new StoreException("the damaged store in " + directory + " cannot be set aside", e);
        }
    }

    private void makeDirectory() throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static EnvironmentConfig config() {
        return new EnvironmentConfig()
                .setMemoryUsage(CACHE_BYTES)
                .setLogCacheShared(false)
                .setLogCacheOpenFilesCount(OPEN_FILES)
                .setLogFileSize(FILE_KIB)
                .setLogDurableWrite(false)
                .setEnvGatherStatistics(false)
                .setEnvCloseForcedly(true)
                .setManagementEnabled(false);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            Environment open = environment;
            environment = null;
            if (open != null) {
                open.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
