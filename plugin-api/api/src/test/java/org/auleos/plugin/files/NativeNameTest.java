package org.auleos.plugin.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with space",
                "%41",
                "dev-disk\\x2duuid",
                "\\x5C",
                "\\x5Cx5C",
                "\\xE9",
                "\\xe9",
                "a\\",
                "ü€𝄞",
                "\\x5CxE9",
                "\\xE9\\xFF",
                "-",
                "~",
                "a\nb"
            })
    void everyTextIsTheTextOfItsName(String text) {
        assertThat(NativeName.text(NativeName.path(text))).isEqualTo(text);
    }

    @Test
    void everyByteHasItsOwnText() {
        for (int b = 1; b < 256; b++) {
            Path name = Path.of(URI.create("file:///x%" + String.format("%02X", b == '/' ? 'A' : b)))
                    .getFileName();
            assertThat(NativeName.path(NativeName.text(name))).isEqualTo(name);
        }
    }

    @Test
    void aBackslashThatWouldReadAsAByteIsMarked() {
        Path literal = Path.of("caf\\xE9");
        assertThat(NativeName.text(literal)).isEqualTo("caf\\x5CxE9");
        assertThat(NativeName.path("caf\\x5CxE9")).isEqualTo(literal);
    }

    @Test
    void theTargetOfALinkKeepsItsForm() {
        assertThat(NativeName.target(NativeName.link("../a/b"))).isEqualTo("../a/b");
        assertThat(NativeName.target(NativeName.link("/a/b"))).isEqualTo("/a/b");
    }
}
