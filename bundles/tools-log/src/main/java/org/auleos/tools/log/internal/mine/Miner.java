package org.auleos.tools.log.internal.mine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Mines the templates of a stream of messages: like Drain (He et al., ICWS 2017) it masks what is plainly a value, sorts each
 * message by its number of words and compares it with few templates only; which other words are values it decides from how
 * often they occur, once many messages are known. Memory is bounded whatever comes. Confined to one thread.
 */
public final class Miner {

    private final Masker masker = new Masker();
    private final HashIndex index = new HashIndex();
    private final Forest forest = new Forest();

    /** Adds a message; returns the number of the group it is in so far, which {@link #templateOf} turns into its template's. */
    public int add(String message) {
        masker.read(message);
        long hash = masker.hash();
        int known = index.get(hash);
        Leaf leaf = known < 0 ? find(hash) : forest.leaf(known);
        leaf.count++;
        return leaf.id;
    }

    private Leaf find(long hash) {
        Leaf leaf = forest.find(masker);
        if (leaf == null) {
            leaf = forest.grow(masker, hash);
        }
        if (index.isFull()) {
            index.clear();
            forest.singles().forEach(single -> index.put(single.hash, single.id));
        }
        if (index.get(hash) < 0) {
            index.put(hash, leaf.id);
        }
        return leaf;
    }

    /** Returns the number of the template that a group, as {@link #add} returned it, belongs to by now. */
    public int templateOf(int group) {
        return forest.leaf(group).id;
    }

    /** Joins the groups that are of one template by now and returns the templates, the most frequent first. */
    public List<Template> templates() {
        forest.settle();
        List<Template> templates = new ArrayList<>();
        for (Leaf leaf : forest.leaves()) {
            if (leaf.count > 0) {
                templates.add(new Template(leaf.id, leaf.text(), leaf.count));
            }
        }
        templates.sort(Comparator.comparingLong(Template::count).reversed().thenComparingInt(Template::id));
        return templates;
    }
}
