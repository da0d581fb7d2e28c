package org.auleos.store.xodus.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.auleos.api.store.Store;
import org.junit.jupiter.api.Test;

/** What every store promises. */
abstract class StoreContract {

    /** The store under test, empty at first. */
    abstract Store store();

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    void put(String table, String key, String value) {
        store().write(writing -> {
            writing.put(table, bytes(key), bytes(value));
            return true;
        });
    }

    Optional<String> get(String table, String key) {
        return store().read(reading -> reading.get(table, bytes(key)).map(value -> new String(value, UTF_8)));
    }

    List<String> scan(String table, byte[] prefix, byte[] from) {
        return store().read(reading -> {
            List<String> keys = new ArrayList<>();
            reading.scan(table, prefix, from, (key, value) -> keys.add(new String(key, UTF_8)));
            return keys;
        });
    }

    @Test
    void whatWasPutIsFoundInItsTableOnly() {
        put("a", "key", "one");

        assertThat(get("a", "key")).contains("one");
        assertThat(get("b", "key")).isEmpty();
        assertThat(get("a", "other")).isEmpty();

        put("a", "key", "two");
        put("a", "empty", "");

        assertThat(get("a", "key")).contains("two");
        assertThat(get("a", "empty")).contains("");
    }

    @Test
    void aScanVisitsAPrefixInUnsignedOrderFromAKeyOnUntilTheVisitorHasEnough() {
        for (String key : List.of("run/2", "run/10", "run/1", "ruin", "rust", "run/3")) {
            put("t", key, key);
        }
        store().write(writing -> {
            writing.put("u", new byte[] {(byte) 0x80}, bytes("high"));
            writing.put("u", new byte[] {0x7f}, bytes("low"));
            return true;
        });

        assertThat(scan("t", bytes("run/"), bytes(""))).containsExactly("run/1", "run/10", "run/2", "run/3");
        assertThat(scan("t", bytes("run/"), bytes("run/11"))).containsExactly("run/2", "run/3");
        assertThat(scan("t", bytes("run/"), bytes("zzz"))).isEmpty();
        assertThat(scan("t", bytes(""), bytes("")))
                .containsExactly("ruin", "run/1", "run/10", "run/2", "run/3", "rust");
        assertThat(scan("none", bytes(""), bytes(""))).isEmpty();
        List<String> order = store().read(reading -> {
            List<String> values = new ArrayList<>();
            reading.scan("u", new byte[0], new byte[0], (key, value) -> values.add(new String(value, UTF_8)));
            return values;
        });
        assertThat(order).containsExactly("low", "high");
        int visited = store().read(reading -> {
            int[] count = new int[1];
            reading.scan("t", bytes("run/"), bytes(""), (key, value) -> ++count[0] < 2);
            return count[0];
        });
        assertThat(visited).isEqualTo(2);
    }

    @Test
    void aTransactionThatFailsChangesNothing() {
        put("t", "kept", "1");

        assertThatThrownBy(() -> store().write(writing -> {
                    writing.put("t", bytes("new"), bytes("1"));
                    writing.delete("t", bytes("kept"));
                    throw new IllegalStateException("a defect of the caller");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a defect of the caller");

        assertThat(scan("t", bytes(""), bytes(""))).containsExactly("kept");
    }

    @Test
    void deletingAndClearingRemove() {
        put("t", "a", "1");
        put("t", "b", "2");
        put("kept", "c", "3");

        store().write(writing -> {
            writing.delete("t", bytes("a"));
            writing.delete("t", bytes("never there"));
            writing.delete("no table", bytes("a"));
            return true;
        });
        assertThat(scan("t", bytes(""), bytes(""))).containsExactly("b");
        boolean seesItsOwn = store().write(writing -> {
            writing.clear("t");
            writing.clear("no table");
            writing.put("t", bytes("z"), bytes("26"));
            return writing.get("t", bytes("b")).isEmpty()
                    && writing.get("t", bytes("z")).isPresent();
        });

        assertThat(seesItsOwn).isTrue();
        assertThat(scan("t", bytes(""), bytes(""))).containsExactly("z");
        assertThat(get("kept", "c")).contains("3");
    }

    @Test
    void writersRunOneAfterAnother() throws Exception {
        put("t", "count", "0");
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(writers.submit(() -> store().write(writing -> {
                byte[] value = writing.get("t", bytes("count")).orElseThrow();
                int next = Integer.parseInt(new String(value, UTF_8)) + 1;
                writing.put("t", bytes("count"), bytes(String.valueOf(next)));
                return next;
            })));
        }
        for (Future<?> writer : all) {
            writer.get();
        }
        writers.shutdownNow();

        assertThat(get("t", "count")).contains("200");
    }
}
