/** Knows people, their roles, tokens and keys. */
@NullMarked
package org.auleos.identity.internal;

import org.jspecify.annotations.NullMarked;
