package org.auleos.tools.log.internal.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinerTest {

    private final Miner miner = new Miner();

    @Test
    void messagesThatDifferOnlyInNumbersShareATemplate() {
        int one = miner.add("Connection from 10.0.0.1 port 22 closed after 15 s");
        int other = miner.add("Connection from 192.168.7.9 port 50022 closed after 1 s");

        assertThat(one).isEqualTo(other);
        assertThat(miner.templates())
                .containsExactly(new Template(one, "Connection from <*> port <*> closed after <*>", 2));
    }

    @Test
    void messagesWithOtherWordsDoNot() {
        assertThat(miner.add("link up")).isNotEqualTo(miner.add("link down"));
        assertThat(miner.templates()).extracting(Template::text).containsExactly("link up", "link down");
    }

    @Test
    void aPlaceWithManyWordsHoldsAValue() {
        for (String user : List.of("ann", "bob", "cid", "dora", "eve", "fay", "gus")) {
            miner.add("Invalid user " + user + " from 10.0.0.1");
        }

        assertThat(miner.templates()).extracting(Template::text).containsExactly("Invalid user <*> from <*>");
    }

    @Test
    void aPlaceWithFewWordsTellsKindsApart() {
        for (int i = 0; i < 50; i++) {
            miner.add("interface " + (i % 2 == 0 ? "came up" : "went down"));
        }

        assertThat(miner.templates()).extracting(Template::count).containsExactly(25L, 25L);
    }

    @Test
    void theFirstWordIsAVerbRatherThanAValue() {
        List<String> verbs = List.of("open", "close", "read", "write", "sync", "stat", "link", "move");

        verbs.forEach(verb -> miner.add(verb + " completed"));

        assertThat(miner.templates()).hasSize(verbs.size());
    }

    @Test
    void aRareShapeOfAValueIsOfTheFrequentTemplate() {
        for (int i = 0; i < 30; i++) {
            miner.add("synchronized to 10.0.0." + i + ", stratum 2");
        }
        int rare = miner.add("synchronized to CLOCK(0), stratum 9");

        List<Template> templates = miner.templates();

        assertThat(templates).hasSize(1);
        assertThat(miner.templateOf(rare)).isEqualTo(templates.get(0).id());
    }

    @Test
    void everyGroupEndsInATemplateAndTheCountsSumUp() {
        Random random = new Random(7);
        int[] groups =
                IntStream.range(0, 5000).map(i -> miner.add(sentence(random))).toArray();

        List<Template> templates = miner.templates();

        assertThat(templates.stream().mapToLong(Template::count).sum()).isEqualTo(groups.length);
        List<Integer> ids = templates.stream().map(Template::id).toList();
        assertThat(IntStream.of(groups)
                        .map(miner::templateOf)
                        .boxed()
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void theSameMessagesGiveTheSameTemplates() {
        Miner again = new Miner();
        Random random = new Random(3);
        Random sameRandom = new Random(3);
        for (int i = 0; i < 3000; i++) {
            miner.add(sentence(random));
            again.add(sentence(sameRandom));
        }

        assertThat(miner.templates()).isEqualTo(again.templates());
    }

    @Test
    void countsGoOnAfterTemplatesWereAsked() {
        miner.add("worker 1 started");
        miner.templates();
        miner.add("worker 2 started");

        assertThat(miner.templates()).extracting(Template::count).containsExactly(2L);
    }

    @Test
    void staysBoundedWhenEveryMessageIsNew() {
        Random random = new Random(1);
        for (int i = 0; i < 60_000; i++) {
            miner.add(word(random) + " " + word(random) + " " + word(random));
        }

        List<Template> templates = miner.templates();

        assertThat(templates.size()).isLessThanOrEqualTo(20_001);
        assertThat(templates.stream().mapToLong(Template::count).sum()).isEqualTo(60_000);
    }

    @Test
    void takesMessagesOfAnyKind() {
        for (String odd : List.of(
                "", " ", "<*>", "((((", "=\"", "\"\"=\"", "a".repeat(10_000), "é ü", "....", "- - -", "[]", "x []")) {
            miner.add(odd);
        }

        assertThat(miner.templates().stream().mapToLong(Template::count).sum()).isEqualTo(12);
    }

    private static String sentence(Random random) {
        String[] verbs = {"read", "wrote", "lost"};
        return verbs[random.nextInt(3)] + " " + random.nextInt(900) + " bytes of " + word(random) + " for node"
                + random.nextInt(9);
    }

    private static String word(Random random) {
        return random.ints(4 + random.nextInt(6), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
