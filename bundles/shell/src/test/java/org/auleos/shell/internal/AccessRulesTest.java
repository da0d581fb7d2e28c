package org.auleos.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.karaf.shell.api.action.Command;
import org.junit.jupiter.api.Test;

/** A command without an access rule is denied to everybody but administrators, so each has one. */
final class AccessRulesTest {

    private static final Path ETC = Path.of("..", "..", "karaf-assembly", "src", "main", "resources", "etc");
    private static final List<Class<? extends Base>> LOOKING = List.of(
            RunList.class,
            RunShow.class,
            RunWhy.class,
            ToolList.class,
            ToolShow.class,
            LedgerHead.class,
            LedgerEvents.class,
            LedgerKey.class,
            LedgerProve.class,
            LedgerVerify.class,
            ApprovalList.class,
            ApprovalShow.class,
            Top.class);
    private static final List<Class<? extends Base>> ACTING = List.of(
            ApprovalApprove.class,
            ApprovalDeny.class,
            GoalSubmit.class,
            RunCancel.class,
            RunKeep.class,
            RunResolve.class,
            RunUndo.class,
            ToolCallCommand.class);

    @Test
    void aViewerMayLook() throws IOException {
        for (Class<? extends Base> command : LOOKING) {
            assertThat(rule(command)).as(command.getSimpleName()).isEqualTo("viewer");
        }
    }

    @Test
    void onlyAnOperatorMayAct() throws IOException {
        for (Class<? extends Base> command : ACTING) {
            assertThat(rule(command)).as(command.getSimpleName()).isEqualTo("operator");
        }
    }

    private static String rule(Class<? extends Base> type) throws IOException {
        Command command = type.getAnnotation(Command.class);
        Properties rules = new Properties();
        Path file = ETC.resolve("org.apache.karaf.command.acl." + command.scope() + ".cfg");
        try (InputStream in = Files.newInputStream(file)) {
            rules.load(in);
        }
        return rules.getProperty(command.name(), "none");
    }
}
