package org.auleos.identity.internal;

import java.nio.file.Path;

/** Where identity keeps things below the home directory of a node; everything is readable by its owner only. */
final class Home {

    private final Path base;
    private final String ownerName;

    /** @param osName what the operating system calls the person who started this node */
    Home(Path base, String osName) {
        this.base = base;
        this.ownerName = Account.nameLike(osName);
        PrivateFiles.directory(base.resolve("identity"));
        PrivateFiles.directory(base.resolve("keys"));
        PrivateFiles.directory(base.resolve("etc"));
    }

    String ownerName() {
        return ownerName;
    }

    UsersFile users() {
        return new UsersFile(base.resolve("identity").resolve("users.json"));
    }

    ShellKeys shellKeys() {
        return new ShellKeys(base.resolve("etc").resolve("keys.properties"));
    }

    boolean hasOwnerSecrets() {
        return PrivateFiles.exists(token()) && PrivateFiles.exists(key());
    }

    /** Leaves the owner's token and key where the command line looks for them. */
    void keepOwner(Secrets.Minted minted) {
        PrivateFiles.write(key(), minted.sshPrivateKey());
        PrivateFiles.write(
                base.resolve("keys").resolve("owner.pub"),
                "ecdsa-sha2-nistp256 " + minted.sshPublicKey() + " " + ownerName + "@auleos\n");
        PrivateFiles.write(token(), minted.token() + "\n");
    }

    private Path token() {
        return base.resolve("token");
    }

    private Path key() {
        return base.resolve("keys").resolve("owner");
    }
}
