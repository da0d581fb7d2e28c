package org.auleos.api.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityTest {

    @ParameterizedTest
    @CsvSource({
        "fs:read:/a/**, fs:read:/a",
        "fs:read:/a/**, fs:read:/a/b/c",
        "fs:read:/a/**, fs:read:/a/**",
        "fs:read:/a/**, fs:read:/a/*",
        "fs:read:/a/**, fs:read:/a/b/**",
        "fs:read:/**, fs:read:/",
        "fs:read:/**, fs:read:/**",
        "fs:read:/**, fs:read:/a/**",
        "fs:read:/a/*, fs:read:/a/b",
        "fs:read:/a/*, fs:read:/a/*",
        "fs:read:/a/*/c, fs:read:/a/b/c",
        "fs:read:/a/*.log, fs:read:/a/x.log",
        "fs:read:/a/*.log, fs:read:/a/.log",
        "fs:read:/a/**/c, fs:read:/a/x/y/c",
        "fs:read:/a/*/**, fs:read:/a/b/**",
        "fs:read:/a/*/**, fs:read:/a/b",
        "fs:read:**, fs:read:anything at:all",
        "fs:read:**, fs:read",
        "*:*:**, fs:write:/etc/passwd",
        "*:*:**, hw:read",
        "*:*, hw:read",
        "fs:*:/a/**, fs:write:/a/b",
        "hw:read, hw:read",
        "net:connect:*:443, net:connect:example.com:443",
        "net:connect:*.example.com:443, net:connect:api.example.com:443",
        "fs:read:/a/\\*, fs:read:/a/\\*",
        "fs:read:/a/*, fs:read:/a/\\*",
        "fs:read:/a/*, fs:read:/a/\\\\",
    })
    void covers(String grant, String request) {
        assertThat(Capability.of(grant).covers(Capability.of(request))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "fs:read:/a/**, fs:read:/ab",
        "fs:read:/a/**, fs:read:/",
        "fs:read:/a/**, fs:read:/**",
        "fs:read:/a/**, fs:write:/a/b",
        "fs:read:/a/**, log:read:/a/b",
        "fs:read:/a/*, fs:read:/a/b/c",
        "fs:read:/a/*, fs:read:/a",
        "fs:read:/a/*, fs:read:/a/**",
        "fs:read:/a/b, fs:read:/a/*",
        "fs:read:/a/b, fs:read:/a/**",
        "fs:read:/a/*/**, fs:read:/a/**",
        "fs:read:/a/**/c, fs:read:/a/**",
        "fs:read:/a*, fs:read:/a/**",
        "fs:read:/a/, fs:read:/a/b",
        "hw:read, hw:read:x",
        "hw:read:x, hw:read",
        "*:*, fs:read:/a",
        "fs:read:/a/\\*, fs:read:/a/*",
        "fs:read:/a/\\*, fs:read:/a/b",
        "fs:read:/a/\\*\\*, fs:read:/a/b",
        "fs:read:a/**, fs:read:/a/b",
        "fs:read:*, fs:read:/a",
        "fs:read, *:*",
    })
    void coversNot(String grant, String request) {
        assertThat(Capability.of(grant).covers(Capability.of(request))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "fs:read:/a//b/./c/, fs:read:/a/b/c",
        "fs:read:/, fs:read:/",
        "fs:read://, fs:read:/",
        "fs:read:/./, fs:read:/",
        "fs:read:/a/***, fs:read:/a/**",
        "fs:read:/a/****/b, fs:read:/a/**/b",
        "fs:read:/\\a\\/b, fs:read:/a/b",
        "fs:read:/a\\/\\.\\/b, fs:read:/a/b",
        "fs:read:/a/.hidden, fs:read:/a/.hidden",
        "fs:read:/a/..b, fs:read:/a/..b",
        "fs:read:a/./b, fs:read:a/./b",
        "net:connect:api.example.com:443, net:connect:api.example.com:443",
    })
    void hasOneSpelling(String written, String canonical) {
        assertThat(Capability.of(written)).hasToString(canonical).isEqualTo(Capability.of(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fs",
                ":read",
                "fs:",
                "FS:read",
                "fs:Read",
                "f s:read",
                "1fs:read",
                "fs*:read",
                "fs:re*d",
                "fs::x",
                "fs:read:/a/../b",
                "fs:read:/..",
                "fs:read:/a/..",
                "fs:read:/a/\\.\\./b",
                "fs:read:/a/\\../b",
                "fs:read:/a\\/../b",
                "fs:read:/a\\",
                "fs:read:/a\0b"
            })
    void refusesWhatIsNotWellFormed(String text) {
        assertThatThrownBy(() -> Capability.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aValueIsTakenLiterally() {
        Capability request = Capability.exactly("fs", "read", "/a/*\\**");

        assertThat(request).hasToString("fs:read:/a/\\*\\\\\\*\\*");
        assertThat(request.covers(Capability.of("fs:read:/a/b"))).isFalse();
        assertThat(request.covers(request)).isTrue();
        assertThat(Capability.of("fs:read:/a/*").covers(request)).isTrue();
    }

    @Test
    void theWrittenFormReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            String pattern = text(random, "/a*\\b:", 8);
            if (pattern.contains("..") || endsInLoneBackslash(pattern)) {
                continue;
            }
            Capability capability = Capability.of("fs:read:" + pattern);

            assertThat(Capability.of(capability.toString())).isEqualTo(capability);
        }
    }

    @Test
    void decidesLikeTheReferenceMatcher() {
        SplittableRandom random = new SplittableRandom(17);
        int covered = 0;
        for (int i = 0; i < 300_000; i++) {
            Capability grant = new Capability("x", "y", wellFormed(text(random, "/a*\\b*", 7)));
            Capability request = new Capability("x", "y", wellFormed(text(random, "/a*\\ab", 7)));

            boolean expected = ReferenceGlob.covers(String.valueOf(grant.pattern()), String.valueOf(request.pattern()));

            assertThat(grant.covers(request)).as("%s covers %s", grant, request).isEqualTo(expected);
            covered += expected ? 1 : 0;
        }
        assertThat(covered).isGreaterThan(5_000);
    }

    @Test
    void aRequestNeverReachesFurtherThanTheGrantThatCoversIt() {
        SplittableRandom random = new SplittableRandom(23);
        int checked = 0;
        for (int i = 0; i < 400_000; i++) {
            Capability grant = new Capability("x", "y", wellFormed(text(random, "/a**", 5)));
            Capability request = new Capability("x", "y", wellFormed(text(random, "/a**", 5)));
            Capability one = Capability.exactly("x", "y", text(random, "/ab", 5));

            if (grant.covers(request) && request.covers(one)) {
                assertThat(grant.covers(one))
                        .as("%s covers %s covers %s", grant, request, one)
                        .isTrue();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(5_000);
    }

    @Test
    void aHostilePatternIsDecidedInReasonableTime() {
        Capability grant = new Capability("x", "y", "**a*b".repeat(20) + "c");
        Capability request = new Capability("x", "y", "ab".repeat(2_000));

        assertThat(grant.covers(request)).isFalse();
    }

    private static String wellFormed(String pattern) {
        return endsInLoneBackslash(pattern) ? pattern + "*" : pattern;
    }

    private static boolean endsInLoneBackslash(String pattern) {
        int slashes = 0;
        for (int i = pattern.length() - 1; i >= 0 && pattern.charAt(i) == '\\'; i--) {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static String text(SplittableRandom random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(length + 1); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
