package org.auleos.itests.recovery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;

/** The world outside the node, which outlives it and counts every delivery by its key; and the tools that deliver to it. Thread-safe. */
final class Outside {

    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private final List<String> unannounced = new CopyOnWriteArrayList<>();
    private volatile Predicate<String> announced = key -> false;

    /** What a tool is told and answers. */
    record Word(String word) {}

    /** From now on a delivery is checked against what that disk has announced. */
    void watch(Predicate<String> durablyAnnounced) {
        announced = durablyAnnounced;
    }

    private void deliver(String key) {
        if (!announced.test(key)) {
            unannounced.add(key);
        }
        deliveries.merge(key, 1, Integer::sum);
    }

    int count(String key) {
        return deliveries.getOrDefault(key, 0);
    }

    /** The next run begins, whose keys may be those of this one. */
    void forget() {
        deliveries.clear();
    }

    /** Keys of deliveries whose announcement was not on the disk. */
    List<String> unannounced() {
        return List.copyOf(unannounced);
    }

    List<Machine.Installed> tools() {
        return List.of(
                new Machine.Installed("test.tell", Effect.EFFECT, List.of(), new Tell()),
                new Machine.Installed("test.mail", Effect.EFFECT, List.of(), new Mail()),
                new Machine.Installed("test.put", Effect.IDEMPOTENT, List.of(), new Put()),
                new Machine.Installed("test.think", Effect.PURE, List.of(), new Think()));
    }

    /** Delivers, and can tell afterwards whether it did. */
    final class Tell implements Tool<Word, Word>, Probe<Word> {

        @Override
        public Word call(Word in, ToolContext context) {
            deliver(context.idempotencyKey());
            return in;
        }

        @Override
        public Finding probe(Word in, ToolContext context) {
            return count(context.idempotencyKey()) > 0 ? Finding.APPLIED : Finding.NOT_APPLIED;
        }
    }

    /** Delivers, and cannot tell afterwards whether it did. */
    final class Mail implements Tool<Word, Word> {

        @Override
        public Word call(Word in, ToolContext context) {
            deliver(context.idempotencyKey());
            return in;
        }
    }

    /** Delivers what may be delivered again. */
    final class Put implements Tool<Word, Word> {

        @Override
        public Word call(Word in, ToolContext context) {
            deliver(context.idempotencyKey());
            return in;
        }
    }

    /** Delivers nothing. */
    static final class Think implements Tool<Word, Word> {

        @Override
        public Word call(Word in, ToolContext context) {
            return in;
        }
    }
}
