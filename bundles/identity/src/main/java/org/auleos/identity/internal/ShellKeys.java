package org.auleos.identity.internal;

import java.nio.file.Path;
import java.util.List;
import org.auleos.api.identity.Role;

/** The file the SSH server looks people up in ({@code etc/keys.properties}); derived from the users file, never read. */
final class ShellKeys {

    private static final String GROUPS = """
            # Written by auleOS from its own list of people at every start and change; edits are lost.
            _g_\\:admin = group,admin,operator,viewer,manager,systembundles,ssh
            _g_\\:operator = group,operator,viewer,ssh
            _g_\\:viewer = group,viewer,ssh
            """;

    private final Path file;

    ShellKeys(Path file) {
        this.file = file;
    }

    void write(List<Account> accounts) {
        StringBuilder text = new StringBuilder(GROUPS);
        for (Account account : accounts) {
            text.append(account.name())
                    .append(" = ")
                    .append(account.sshPublicKey())
                    .append(",_g_:")
                    .append(group(account.role()))
                    .append('\n');
        }
        PrivateFiles.write(file, text.toString());
    }

    private static String group(Role role) {
        return switch (role) {
            case VIEWER -> "viewer";
            case OPERATOR -> "operator";
            case ADMIN -> "admin";
        };
    }
}
