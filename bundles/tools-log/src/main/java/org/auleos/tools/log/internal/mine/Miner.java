package org.auleos.tools.log.internal.mine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mines the templates of a stream of messages: like Drain (He et al., ICWS 2017) it sorts each message by its number of words
 * and compares it with few templates only; which words are values it decides from how often they occur, when many messages
 * are known. Memory is bounded whatever comes. Confined to one thread.
 */
public final class Miner {

    /** The template of messages that found no room. */
    private static final String OTHER = "<other>";

    private static final int MOST_LEAVES = 20_000;
    private static final int MOST_IDS = 1 << 20;

    private final Masker masker = new Masker();
    private final HashIndex index = new HashIndex();
    private final Map<Integer, List<Leaf>> leaves = new TreeMap<>();
    private final Settlement settlement = new Settlement();
    private int[] forward = new int[1024];
    private Leaf[] byId = new Leaf[1024];
    private int ids;
    private int live;

    public Miner() {
        create(new String[] {OTHER});
    }

    /** Adds a message; returns the number of the group it is in so far, which {@link #templateOf} turns into its template's. */
    public int add(String message) {
        masker.read(message);
        long hash = masker.hash();
        int known = index.get(hash);
        int id = known >= 0 ? root(known) : find();
        if (known < 0) {
            index.put(hash, id);
        }
        byId[id].count++;
        return id;
    }

    private int find() {
        List<Leaf> same = leaves.computeIfAbsent(masker.words(), k -> new ArrayList<>());
        for (Leaf leaf : same) {
            if (leaf.covers(masker)) {
                return leaf.id;
            }
        }
        if (live >= MOST_LEAVES) {
            settle();
        }
        if (live >= MOST_LEAVES || ids >= MOST_IDS) {
            return 0;
        }
        String[] words = new String[masker.words()];
        Arrays.setAll(words, masker::word);
        Leaf leaf = create(words);
        leaves.computeIfAbsent(words.length, k -> new ArrayList<>()).add(leaf);
        return leaf.id;
    }

    private Leaf create(String[] words) {
        if (ids == forward.length) {
            forward = Arrays.copyOf(forward, ids * 2);
            byId = Arrays.copyOf(byId, ids * 2);
        }
        Leaf leaf = new Leaf(ids, words, 0);
        forward[ids] = ids;
        byId[ids++] = leaf;
        live++;
        return leaf;
    }

    /** Joins the groups that are of one template, judged by all messages so far. */
    public void settle() {
        for (Map.Entry<Integer, List<Leaf>> entry : leaves.entrySet()) {
            List<Leaf> joined = new ArrayList<>();
            for (List<Leaf> group : settlement.groups(entry.getValue())) {
                joined.add(join(group));
            }
            entry.setValue(joined);
        }
        absorb();
    }

    private void absorb() {
        List<Leaf> all = leaves.values().stream().flatMap(List::stream).toList();
        Absorption.find(all).forEach((rare, frequent) -> {
            Leaf target = byId[root(frequent.id)];
            target.count += rare.count;
            forward[rare.id] = target.id;
            byId[rare.id] = target;
            leaves.get(rare.words.length).remove(rare);
            live--;
        });
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
            forward[leaf.id] = first.id;
        }
        for (Leaf leaf : group) {
            byId[leaf.id] = first;
        }
        Leaf whole = new Leaf(first.id, words, count);
        byId[first.id] = whole;
        live -= group.size() - 1;
        return whole;
    }

    private int root(int id) {
        int at = id;
        while (forward[at] != at) {
            at = forward[at];
        }
        return at;
    }

    /** Returns the number of the template that a group, as {@link #add} returned it, belongs to by now. */
    public int templateOf(int group) {
        return root(group);
    }

    /** Returns the templates of all messages so far, the most frequent first. */
    public List<Template> templates() {
        settle();
        List<Template> templates = new ArrayList<>();
        for (int id = 0; id < ids; id++) {
            Leaf leaf = byId[id];
            if (leaf.id == id && forward[id] == id && leaf.count > 0) {
                templates.add(new Template(id, leaf.text(), leaf.count));
            }
        }
        templates.sort(Comparator.comparingLong(Template::count).reversed().thenComparingInt(Template::id));
        return templates;
    }
}
