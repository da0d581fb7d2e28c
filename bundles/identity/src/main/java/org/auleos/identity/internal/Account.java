package org.auleos.identity.internal;

import java.util.regex.Pattern;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;

/**
 * A person as the users file keeps them.
 *
 * @param name see {@link User}
 * @param role what they may do in general
 * @param tokenSha256 SHA-256 of their token, lower-case hex; plain SHA-256 is right because a token is 256 random bits,
 *     which nobody can guess however fast the hash is
 * @param sshPublicKey base64 of the key in SSH's wire form
 */
record Account(String name, Role role, String tokenSha256, String sshPublicKey) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+=*");

    Account {
        requireName(name);
        require(SHA256.matcher(tokenSha256).matches(), "tokenSha256 of " + name, "64 hex digits");
        require(BASE64.matcher(sshPublicKey).matches(), "sshPublicKey of " + name, "base64");
    }

    static void requireName(String name) {
        require(
                NAME.matcher(name).matches(),
                "user name \"" + name + "\"",
                "a lower-case letter, then at most 31 of a-z 0-9 . _ -");
    }

    /** A well-formed name as near as possible to what the operating system calls a person. */
    static String nameLike(String osName) {
        String cleaned = osName.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        String cut = cleaned.substring(0, Math.min(32, cleaned.length()));
        return NAME.matcher(cut).matches() ? cut : "owner";
    }

    User user() {
        return new User(name, role);
    }

    private static void require(boolean holds, String what, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(what + ": expected " + expected);
        }
    }
}
