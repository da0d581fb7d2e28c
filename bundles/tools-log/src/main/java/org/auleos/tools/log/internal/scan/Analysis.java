package org.auleos.tools.log.internal.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.auleos.tools.log.internal.finding.Correlator;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.mine.Miner;
import org.auleos.tools.log.internal.mine.Template;
import org.auleos.tools.log.internal.record.LogRecord;
import org.auleos.tools.log.internal.rules.RuleBook;
import org.auleos.tools.log.internal.rules.RuleEngine;
import org.auleos.tools.log.internal.rules.Verdict;
import org.auleos.tools.log.internal.stats.Statistics;
import org.jspecify.annotations.Nullable;

/** Takes the records of all files once, in order, and says what is wrong. Confined to one thread. */
public final class Analysis implements Consumer<LogRecord> {

    private final RuleEngine rules = new RuleEngine(RuleBook.shipped());
    private final Miner miner = new Miner();
    private final Statistics statistics = new Statistics();
    private final @Nullable Instant since;
    private String path = "";
    private boolean recent = true;

    /** @param since records before it are passed over, and those without a time that follow them; null for none */
    public Analysis(@Nullable Instant since) {
        this.since = since;
    }

    @Override
    public void accept(LogRecord record) {
        if (since != null && isOld(record, since)) {
            return;
        }
        Verdict verdict = rules.accept(record);
        statistics.accept(record, miner.add(record.message()), verdict);
    }

    private boolean isOld(LogRecord record, Instant limit) {
        if (!path.equals(record.path())) {
            path = record.path();
            recent = true;
        }
        Instant time = record.time();
        recent = time == null ? recent : !time.isBefore(limit);
        return !recent;
    }

    /** The findings, related and ranked. */
    public List<Finding> findings() {
        Map<Integer, String> texts = new HashMap<>();
        miner.templates().forEach(template -> texts.put(template.id(), template.text()));
        List<Finding> findings = new ArrayList<>(rules.findings());
        findings.addAll(statistics.findings(miner::templateOf, id -> texts.getOrDefault(id, "")));
        return new Correlator(RuleBook.shipped()).correlate(findings);
    }

    /** The templates of the messages, the most frequent first. */
    public List<Template> templates() {
        return miner.templates();
    }
}
