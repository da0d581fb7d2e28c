package org.auleos.toolbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleDigestTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final BundleDigest digest = new BundleDigest();

    private String of(String content, @Nullable File data, String location) {
        return digest.of(new BundleDigest.Installed(content, data, location));
    }

    @Test
    void theNewestCopyInTheCacheOfTheFrameworkCounts(@TempDir Path cache) throws Exception {
        Path data = Files.createDirectories(cache.resolve("data"));
        Files.writeString(Files.createDirectories(cache.resolve("version9.0")).resolve("bundle.jar"), "old");
        Files.writeString(Files.createDirectories(cache.resolve("version10.0")).resolve("bundle.jar"), "abc");

        assertThat(of("1@1", data.toFile(), "mvn:a/b/1")).isEqualTo(ABC);
    }

    @Test
    void aBundleThatIsAReferenceIsItsFile(@TempDir Path dir) throws Exception {
        Path jar = Files.writeString(dir.resolve("a b.jar"), "abc");
        File data = Files.createDirectories(dir.resolve("cache/data")).toFile();

        assertThat(of("1@1", data, "reference:" + jar.toUri())).isEqualTo(ABC);
        assertThat(of("2@1", null, jar.toUri().toString())).isEqualTo(ABC);
    }

    @Test
    void oneContentIsReadOnce(@TempDir Path dir) throws Exception {
        Path jar = Files.writeString(dir.resolve("a.jar"), "abc");
        of("1@1", null, jar.toUri().toString());
        Files.writeString(jar, "changed");

        assertThat(of("1@1", null, jar.toUri().toString())).isEqualTo(ABC);
        assertThat(of("1@2", null, jar.toUri().toString())).isNotEqualTo(ABC);
    }

    @Test
    void bytesThatCannotBeReadAreNamed(@TempDir Path dir) {
        String nowhere = dir.resolve("no.jar").toUri().toString();

        assertThatThrownBy(() -> of("1@1", null, nowhere))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no.jar");
    }
}
