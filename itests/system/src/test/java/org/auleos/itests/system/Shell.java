package org.auleos.itests.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A person's SSH session on the instance's shell, one command at a time. */
final class Shell {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Shell() {}

    /** What a command prints for the person whose private key lies in a file. */
    static String run(Instance instance, String user, Path key, String command)
            throws IOException, GeneralSecurityException {
        return in((int) instance.number("port") + 1, user, key, session -> output(session, command));
    }

    /** Whether the shell at an SSH port listens on a port of its own when that person asks for it. */
    static boolean forwards(int sshPort, String user, Path key) throws IOException, GeneralSecurityException {
        SshdSocketAddress anywhere = new SshdSocketAddress("0.0.0.0", 0);
        SshdSocketAddress here = new SshdSocketAddress("127.0.0.1", sshPort - 1);
        return in(sshPort, user, key, session -> {
            try {
                session.startRemotePortForwarding(anywhere, here);
                return true;
            } catch (SshException refused) {
                return false;
            }
        });
    }

    private interface Task<T> {
        T in(ClientSession session) throws IOException;
    }

    private static <T> T in(int sshPort, String user, Path key, Task<T> task)
            throws IOException, GeneralSecurityException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session =
                    client.connect(user, "127.0.0.1", sshPort).verify(LIMIT).getSession()) {
                for (KeyPair pair : SecurityUtils.getKeyPairResourceParser()
                        .loadKeyPairs(session, key, FilePasswordProvider.EMPTY)) {
                    session.addPublicKeyIdentity(pair);
                }
                session.auth().verify(LIMIT);
                return task.in(session);
            }
        }
    }

    private static String output(ClientSession session, String command) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (ClientChannel channel = session.createExecChannel(command)) {
            channel.setOut(printed);
            channel.setErr(printed);
            channel.open().verify(LIMIT);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
        }
        return printed.toString(UTF_8);
    }
}
