/** The offline verifier: one source file that also runs by itself, without auleOS. */
@NullMarked
package org.auleos.cli.verify;

import org.jspecify.annotations.NullMarked;
