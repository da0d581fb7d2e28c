package org.auleos.tools.log.internal.mine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "took 12.5 ms|took <*>",
                "from 10.0.0.1:50010 to db.example.org:5432|from <*> to <*>",
                "id=550e8400-e29b-41d4-a716-446655440000 ok|id=<*> ok",
                "open /var/lib/x/y.db failed|open <*> failed",
                "open C:\\Windows\\Temp\\a.tmp failed|open C:<*> failed",
                "GET https://example.org/a?b=c done|GET <*> done",
                "GET /a?b=c;d=(e) done|GET <*>) done",
                "mac aa:bb:cc:dd:ee:ff seen|mac <*> seen",
                "addr fe80::1cd2:ff seen|addr <*> seen",
                "at 0x7fed806eb5d|at <*>",
                "on Sat Jul  9 12:16:52 2005 again|on <*> again",
                "cores 1, 2, 3 and 4|cores <*> and <*>",
                "sent 2048 bytes (2.00 KB) now|sent <*> bytes now",
                "host web () ok|host web (<*>) ok",
                "user=\"Jane Doe\" in|user=\"<*>\" in",
                "disks sda1 sda2 sda3 found|disks <*> found",
                "flag................: 0|flag................: <*>",
                "eth0 can't link|eth0 can't link",
                "session closed for user ann|session closed for user <*>",
            })
    void masksWhatIsPlainlyAValue(String message, String masked) {
        assertThat(mask(message)).isEqualTo(masked);
    }

    private static String mask(String message) {
        Masker masker = new Masker();
        masker.read(message);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < masker.words(); i++) {
            text.append(masker.word(i));
        }
        return text.toString();
    }
}
