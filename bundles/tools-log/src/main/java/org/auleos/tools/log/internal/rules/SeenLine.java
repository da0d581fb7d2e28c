package org.auleos.tools.log.internal.rules;

import org.auleos.tools.log.internal.finding.Evidence;
import org.auleos.tools.log.internal.finding.EvidenceText;
import org.auleos.tools.log.internal.record.LogRecord;

/** A physical line worth keeping, not yet cleaned: most are dropped again before anybody reads them. */
public record SeenLine(String path, long line, String text) {

    public SeenLine {
        text = text.length() > 2 * EvidenceText.MAX_LENGTH ? text.substring(0, 2 * EvidenceText.MAX_LENGTH) : text;
    }

    /** The first physical line of a record. */
    public static SeenLine of(LogRecord record) {
        return new SeenLine(record.path(), record.line(), record.raw());
    }

    /** The line as a finding shows it. */
    public Evidence evidence() {
        return new Evidence(path, line, text);
    }
}
