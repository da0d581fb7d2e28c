package org.auleos.tools.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql --password=hunter2 -u root | mysql --password=*** -u root",
                "java -Ddb.password=hunter2 Main | java -Ddb.password=*** Main",
                "env API_KEY=abc123 run | env API_KEY=*** run",
                "psql postgres://bob:hunter2@db/x | psql postgres://bob:***@db/x",
                "curl https://h/?token=abc&x=1 | curl https://h/?token=***&x=1",
                "aws AKIAABCDEFGHIJKLMNOP | aws ***",
                "git ghp_abcdefghijklmnopqrstuvwx | git ***",
                "sshd -D --port=22 | sshd -D --port=22",
                "java -Xmx1g -jar passenger.jar | java -Xmx1g -jar passenger.jar",
                "nginx: worker process | nginx: worker process"
            })
    void secretsAreMaskedAndNothingElse(String line, String shown) {
        assertThat(Secrets.masked(List.of(line.split(" ", -1)))).isEqualTo(shown);
    }

    @Test
    void aSecretThatFollowsItsOptionIsMasked() {
        assertThat(Secrets.masked(List.of("x", "--password", "hunter2", "--token", "-v")))
                .isEqualTo("x --password *** --token -v");
        assertThat(Secrets.masked(List.of("curl", "-H", "Authorization: Bearer abcdefgh")))
                .doesNotContain("abcdefgh");
    }
}
