/** What the shell's SSH server must not offer; a bundle of its own because it has to start before that server. */
@NullMarked
package org.auleos.ssh.internal;

import org.jspecify.annotations.NullMarked;
