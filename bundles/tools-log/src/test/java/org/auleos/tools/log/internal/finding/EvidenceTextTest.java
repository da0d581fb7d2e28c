package org.auleos.tools.log.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvidenceTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login user=bob password=hunter2 ok|login user=bob password=**** ok",
                "{\"user\":\"bob\",\"api_key\":\"abc123\"}|{\"user\":\"bob\",\"api_key\":****}",
                "Authorization: Bearer abc.def-ghi|Authorization: Bearer ****",
                "connect postgres://app:s3cret@db:5432/shop|connect postgres://app:****@db:5432/shop",
                "key AKIAABCDEFGHIJKLMNOP used|key **** used",
                "DB_PASSWORD='a b c' set|DB_PASSWORD=**** set"
            })
    void secretsAreMasked(String line, String shown) {
        assertThat(EvidenceText.clean(line)).isEqualTo(shown);
    }

    @Test
    void wordsAboutPasswordsStay() {
        String line = "Failed password for root from 203.0.113.9 port 22 ssh2";

        assertThat(EvidenceText.clean(line)).isEqualTo(line);
    }

    @Test
    void controlAndBidirectionalCharactersAreGone() {
        assertThat(EvidenceText.clean("a\u001b[31mred\u001b[0m\tb\u202ec\u0007"))
                .isEqualTo("ared b c");
    }

    @Test
    void longTextIsCutWithAnEllipsis() {
        String shown = EvidenceText.clean("x".repeat(5000));

        assertThat(shown).hasSize(EvidenceText.MAX_LENGTH).endsWith("…");
    }
}
