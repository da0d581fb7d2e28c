package org.auleos.tools.log.internal.mine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The leaves of a miner by their number of words; joins them and gives up the rarest when there are too many. */
final class Forest {

    private static final int MOST_LEAVES = 20_000;
    private static final int MOST_IDS = 1 << 20;

    private final Settlement settlement = new Settlement();
    private final Map<Integer, List<Leaf>> byLength = new TreeMap<>();

    /** The leaves joined of several, which may cover a message that is like none of them. */
    private final Map<Integer, List<Leaf>> joined = new TreeMap<>();

    /** Messages that found no room. */
    private final Leaf other;

    /** For every number ever given the leaf its messages are in by now. */
    private Leaf[] byId = new Leaf[1024];

    private int ids;
    private int live;

    Forest() {
        other = remember(Leaf.single(0, new String[] {"<other>"}, 0));
    }

    /** Returns the leaf that messages of a number are in by now. */
    Leaf leaf(int id) {
        Leaf leaf = byId[id];
        while (byId[leaf.id] != leaf) {
            leaf = byId[leaf.id];
        }
        byId[id] = leaf;
        return leaf;
    }

    List<Leaf> leaves() {
        return Stream.concat(Stream.of(other), byLength.values().stream().flatMap(List::stream))
                .toList();
    }

    /** Returns the leaves of messages that are all the same once masked. */
    Stream<Leaf> singles() {
        return byLength.values().stream().flatMap(List::stream).filter(leaf -> !leaf.joined);
    }

    /** Returns the joined leaf that covers a message, or null. */
    @Nullable
    Leaf find(Masker message) {
        for (Leaf leaf : joined.getOrDefault(message.words(), List.of())) {
            if (leaf.covers(message)) {
                return leaf;
            }
        }
        return null;
    }

    /** Returns a new leaf for a message, or the one of all that find no room. */
    Leaf grow(Masker message, long hash) {
        if (live >= MOST_LEAVES) {
            settle();
            giveUpRarest();
        }
        if (ids >= MOST_IDS) {
            return other;
        }
        String[] words = new String[message.words()];
        Arrays.setAll(words, message::word);
        Leaf leaf = remember(Leaf.single(ids, words, hash));
        byLength.computeIfAbsent(words.length, k -> new ArrayList<>()).add(leaf);
        live++;
        return leaf;
    }

    private Leaf remember(Leaf leaf) {
        if (ids == byId.length) {
            byId = Arrays.copyOf(byId, ids * 2);
        }
        byId[ids++] = leaf;
        return leaf;
    }

    /** Joins the leaves that are of one template, judged by all messages so far. */
    void settle() {
        joined.clear();
        live = 0;
        for (Map.Entry<Integer, List<Leaf>> entry : byLength.entrySet()) {
            List<Leaf> settled = new ArrayList<>();
            for (List<Leaf> group : settlement.groups(entry.getValue())) {
                settled.add(join(group));
            }
            entry.setValue(settled);
        }
        absorb();
        for (Map.Entry<Integer, List<Leaf>> entry : byLength.entrySet()) {
            live += entry.getValue().size();
            joined.put(
                    entry.getKey(),
                    entry.getValue().stream().filter(leaf -> leaf.joined).toList());
        }
    }

    private Leaf join(List<Leaf> group) {
        Leaf first = group.get(0);
        if (group.size() == 1) {
            return first;
        }
        String[] words = first.words.clone();
        long count = 0;
        for (Leaf leaf : group) {
            count += leaf.count;
            for (int i = 0; i < words.length; i++) {
                words[i] = leaf.words[i].equals(words[i]) ? words[i] : Words.glue(words[i]) + Masker.MASK;
            }
        }
        Leaf whole = first.widened(words, count);
        group.forEach(leaf -> byId[leaf.id] = whole);
        return whole;
    }

    private void absorb() {
        Absorption.find(byLength.values().stream().flatMap(List::stream).toList())
                .forEach((rare, frequent) -> {
                    Leaf target = leaf(frequent.id);
                    target.count += rare.count;
                    byId[rare.id] = target;
                });
        byLength.values().forEach(leaves -> leaves.removeIf(leaf -> byId[leaf.id] != leaf));
    }

    /** Gives up the rarest leaves until half the room is free. */
    private void giveUpRarest() {
        if (live <= MOST_LEAVES / 2) {
            return;
        }
        byLength.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong((Leaf leaf) -> leaf.count).thenComparingInt(leaf -> leaf.id))
                .limit(live - MOST_LEAVES / 2)
                .forEach(rare -> {
                    other.count += rare.count;
                    byId[rare.id] = other;
                });
        byLength.values().forEach(leaves -> leaves.removeIf(leaf -> byId[leaf.id] != leaf));
        joined.replaceAll((length, leaves) ->
                leaves.stream().filter(leaf -> byId[leaf.id] == leaf).toList());
        live = MOST_LEAVES / 2;
    }
}
