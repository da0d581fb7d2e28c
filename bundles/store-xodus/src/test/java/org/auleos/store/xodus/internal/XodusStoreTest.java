package org.auleos.store.xodus.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.auleos.api.store.Store;
import org.auleos.api.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XodusStoreTest extends StoreContract {

    @TempDir
    private Path home;

    private XodusStore store;

    @BeforeEach
    void open() {
        store = new XodusStore(home.resolve("data").resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Store store() {
        return store;
    }

    @Test
    void nothingIsOpenedBeforeTheFirstUse() {
        assertThat(home.resolve("data")).doesNotExist();

        put("t", "a", "1");

        assertThat(home.resolve("data/store")).isDirectory();
    }

    @Test
    void aReopenedStoreHasWhatWasPut() {
        put("t", "a", "1");
        close();
        open();

        assertThat(get("t", "a")).contains("1");
    }

    @Test
    void aClosedStoreRefuses() {
        store.close();

        assertThatThrownBy(() -> get("t", "a"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aFlippedByteNeverChangesAValueThatIsReturned() throws IOException {
        for (int i = 0; i < 200; i++) {
            put("t", "key-" + i, "the value of " + i);
        }
        close();
        Path directory = home.resolve("data/store");
        Path data;
        try (Stream<Path> files = Files.list(directory)) {
            data = files.filter(file -> file.toString().endsWith(".xd"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] intact = Files.readAllBytes(data);
        Random random = new Random(1);
        int reported = 0;
        for (int trial = 0; trial < 60; trial++) {
            byte[] flipped = intact.clone();
            flipped[random.nextInt(intact.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(data, flipped);
            open();
            reported += wrongOrRefused();
            close();
            deleteAllBut(directory, data);
        }
        Files.write(data, intact);
        open();
        assertThat(reported).as("some flips hit what was read").isPositive();
    }

    /** How many of the values are refused; fails when one is wrong. */
    private int wrongOrRefused() {
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            try {
                Optional<String> value = get("t", "key-" + i);
                assertThat(value.orElse("the value of " + i)).isEqualTo("the value of " + i);
            } catch (StoreException damaged) {
                refused++;
            }
        }
        return refused;
    }

    private static void deleteAllBut(Path directory, Path kept) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(file -> !file.equals(kept)).toList()) {
                Files.delete(file);
            }
        }
    }
}
