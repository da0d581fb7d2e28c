package org.auleos.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileUsersTest {

    private static final Provenance BY = Provenance.person("root", new Origin("cli", "127.0.0.1"));

    private final RecordingLedger ledger = new RecordingLedger();
    private Path base = Path.of("unset");

    @BeforeEach
    void home(@TempDir Path directory) throws IOException {
        base = Files.createDirectory(directory.resolve("home"));
    }

    private FileUsers open() {
        return new FileUsers(new Home(base, "Root"), new Secrets(new SecureRandom()), ledger);
    }

    private String token() throws IOException {
        return Files.readString(base.resolve("token")).strip();
    }

    @Test
    void theFirstStartMakesAnOwnerWithATokenAndAKey() throws IOException {
        FileUsers users = open();

        assertThat(users.byToken(token())).contains(new User("root", Role.ADMIN));
        assertThat(token()).hasSizeGreaterThan(40);
        assertThat(base.resolve("keys/owner")).content().startsWith("-----BEGIN EC PRIVATE KEY-----");
        assertThat(ledger.types()).containsExactly("user.added");
    }

    @Test
    void aSecondStartKeepsEverything() throws IOException {
        open();
        String before = token();

        FileUsers again = open();

        assertThat(token()).isEqualTo(before);
        assertThat(again.byToken(before)).isPresent();
        assertThat(ledger.types()).containsExactly("user.added");
    }

    @Test
    void onlyTheOwnerOfTheProcessCanReadWhatIsKept() throws IOException {
        open().add("paul", Role.VIEWER, BY);

        try (Stream<Path> files = Files.walk(base)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
        assertThat(mode(base.resolve("identity"))).isEqualTo("rwx------");
        assertThat(mode(base.resolve("keys"))).isEqualTo("rwx------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void noSecretStandsInTheUsersFileOrInTheLedger() throws IOException {
        Users.Credentials made = open().add("paul", Role.OPERATOR, BY);

        String file = Files.readString(base.resolve("identity/users.json"));
        assertThat(file).contains("paul").doesNotContain(made.token()).doesNotContain(token());
        assertThat(ledger.drafts)
                .noneMatch(draft ->
                        new String(draft.payload(), java.nio.charset.StandardCharsets.UTF_8).contains(made.token()));
        assertThat(made.toString()).doesNotContain(made.token());
    }

    @Test
    void anAddedPersonIsKnownByTokenAndToTheShellUntilRemoved() throws IOException {
        FileUsers users = open();
        Users.Credentials made = users.add("paul", Role.VIEWER, BY);

        assertThat(users.byToken(made.token())).contains(new User("paul", Role.VIEWER));
        assertThat(shellKeys()).anyMatch(line -> line.startsWith("paul = ") && line.endsWith(",_g_:viewer"));
        assertThat(users.remove("paul", BY)).isTrue();
        assertThat(users.byToken(made.token())).isEmpty();
        assertThat(shellKeys()).noneMatch(line -> line.startsWith("paul"));
        assertThat(users.remove("paul", BY)).isFalse();
        assertThat(ledger.types()).containsExactly("user.added", "user.added", "user.removed");
        assertThat(ledger.drafts.get(2).provenance()).isEqualTo(BY);
    }

    private List<String> shellKeys() throws IOException {
        return Files.readAllLines(base.resolve("etc/keys.properties"));
    }

    @Test
    void nobodyGetsAccessThatIsNotRecorded() throws IOException {
        FileUsers users = open();
        ledger.full = true;

        assertThatThrownBy(() -> users.add("paul", Role.VIEWER, BY)).isInstanceOf(LedgerException.class);

        assertThat(users.byName("paul")).isEmpty();
        assertThat(shellKeys()).noneMatch(line -> line.startsWith("paul"));
        assertThat(open().byName("paul")).isEmpty();
    }

    @Test
    void takenAndMalformedNamesAreRefused() {
        FileUsers users = open();
        users.add("paul", Role.VIEWER, BY);

        assertThatThrownBy(() -> users.add("paul", Role.ADMIN, BY)).hasMessageContaining("exists already");
        for (String name : List.of("", "Paul", "_g_:admin", "a b", "a=b", "a\nb", "x".repeat(33))) {
            assertThatThrownBy(() -> users.add(name, Role.VIEWER, BY)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theOnlyAdminCannotBeRemoved() {
        FileUsers users = open();

        assertThatThrownBy(() -> users.remove("root", BY)).hasMessageContaining("only admin");
        users.add("ada", Role.ADMIN, BY);
        assertThat(users.remove("root", BY)).isTrue();
        assertThat(users.list()).containsExactly(new User("ada", Role.ADMIN));
    }

    @Test
    void aLostTokenIsReplacedAndTheOldOneNoLongerWorks() throws IOException {
        open();
        String lost = token();
        Files.delete(base.resolve("token"));

        FileUsers users = open();

        assertThat(users.byToken(lost)).isEmpty();
        assertThat(users.byToken(token())).contains(new User("root", Role.ADMIN));
        assertThat(ledger.types()).containsExactly("user.added", "user.renewed");
    }

    @Test
    void aLinkInPlaceOfTheUsersFileIsRefused() throws IOException {
        open();
        Path elsewhere = Files.move(base.resolve("identity/users.json"), base.resolve("elsewhere.json"));
        Files.createSymbolicLink(base.resolve("identity/users.json"), elsewhere);

        assertThatThrownBy(this::open).hasMessageContaining("users.json");
    }

    @Test
    void aLinkInPlaceOfTheTokenIsReplacedAndNotWrittenThrough() throws IOException {
        Path victim = Files.writeString(base.resolve("victim"), "mine");
        Files.createSymbolicLink(base.resolve("token"), victim);

        open();

        assertThat(victim).hasContent("mine");
        assertThat(Files.isSymbolicLink(base.resolve("token"))).isFalse();
    }

    @Test
    void aDamagedUsersFileIsNamedAndNothingIsOverwritten() throws IOException {
        open();
        Path file = base.resolve("identity/users.json");
        Files.writeString(file, "{\"version\":1");

        assertThatThrownBy(this::open).hasMessageContaining("users.json").hasMessageContaining("move it away");
        assertThat(file).hasContent("{\"version\":1");
    }

    @Test
    void aHalfWrittenReplacementFromACrashIsIgnored() throws IOException {
        open();
        Files.writeString(base.resolve("identity/users.json.new"), "{half");

        FileUsers users = open();
        users.add("paul", Role.VIEWER, BY);

        assertThat(open().byName("paul")).isPresent();
    }

    @Test
    void namesOfTheOperatingSystemBecomeWellFormed() {
        assertThat(Account.nameLike("Jürgen Klein")).isEqualTo("j-rgen-klein");
        assertThat(Account.nameLike("1x")).isEqualTo("owner");
        assertThat(Account.nameLike("CORP\\bob")).isEqualTo("corp-bob");
    }
}
