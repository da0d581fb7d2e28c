/** The people of this node: who they are, what they may do in general, and how they prove it. */
@NullMarked
package org.auleos.identity.internal;

import org.jspecify.annotations.NullMarked;
