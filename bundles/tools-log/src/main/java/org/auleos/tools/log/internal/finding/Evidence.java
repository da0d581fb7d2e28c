package org.auleos.tools.log.internal.finding;

/**
 * One physical line that supports a finding.
 *
 * @param path the file as the person named it or as it was found
 * @param line number of the physical line, from 1
 * @param text the line, cleaned, secrets masked, at most {@value EvidenceText#MAX_LENGTH} characters
 */
public record Evidence(String path, long line, String text) {

    public Evidence {
        text = EvidenceText.clean(text);
    }
}
