package org.auleos.tools.log.internal.mine;

import java.util.List;

/** Messages that are the same once their values are masked, or that were found to be of one template. */
final class Leaf {

    final int id;
    final String[] words;

    /** The hash of the masked message, of no use for a leaf joined of several. */
    final long hash;

    final boolean joined;

    /** How many messages; the only part that changes. */
    long count;

    private Leaf(int id, String[] words, long hash, boolean joined, long count) {
        this.id = id;
        this.words = words;
        this.hash = hash;
        this.joined = joined;
        this.count = count;
    }

    static Leaf single(int id, String[] words, long hash) {
        return new Leaf(id, words, hash, false, 0);
    }

    /** Returns a leaf of this one's number for messages that agree in the given words. */
    Leaf widened(String[] common, long total) {
        return new Leaf(id, common, hash, true, total);
    }

    boolean isMasked(int place) {
        return words[place].endsWith(Masker.MASK);
    }

    /** Whether a message of the same number of words is one of these: equal but for the masked places. */
    boolean covers(Masker message) {
        for (int i = 0; i < words.length; i++) {
            boolean same = isMasked(i)
                    ? message.startsWith(i, Words.glue(words[i]))
                    : !message.isMasked(i) && message.isWord(i, words[i]);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return String.join("", List.of(words)).trim();
    }
}
