package org.auleos.toolbox.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of the bytes a bundle was installed from: the framework's own copy in its cache, the file a {@code reference:}
 * location names, or what its location delivers. Computed once for each content. Thread-safe.
 */
final class BundleDigest {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /**
     * A bundle as far as its bytes are concerned.
     *
     * @param content changes when the bundle is updated
     * @param data its data folder in the framework's cache
     * @param location where it was installed from
     */
    record Installed(String content, @Nullable File data, String location) {}

    String of(Installed bundle) {
        return known.computeIfAbsent(bundle.content, key -> compute(bundle));
    }

    private static String compute(Installed bundle) {
        try (InputStream in = content(bundle)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of the bundle at " + bundle.location + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static InputStream content(Installed bundle) throws IOException {
        Optional<Path> cached = cached(bundle.data);
        if (cached.isPresent()) {
            return Files.newInputStream(cached.get());
        }
        String location = bundle.location;
        if (location.startsWith("reference:file:")) {
            return Files.newInputStream(Path.of(URI.create(location.substring("reference:".length()))));
        }
        return new URL(location).openStream();
    }

    /** Felix keeps revision N of a bundle in {@code bundleID/versionN.0/bundle.jar}, beside the bundle's data folder. */
    private static Optional<Path> cached(@Nullable File data) throws IOException {
        if (data == null || data.getParentFile() == null) {
            return Optional.empty();
        }
        try (Stream<Path> revisions = Files.list(data.toPath().toAbsolutePath().getParent())) {
            return revisions
                    .filter(path -> path.getFileName().toString().startsWith("version"))
                    .map(path -> path.resolve("bundle.jar"))
                    .filter(Files::isRegularFile)
                    .max(Comparator.comparingInt((Path path) -> path.toString().length())
                            .thenComparing(Path::toString));
        }
    }
}
