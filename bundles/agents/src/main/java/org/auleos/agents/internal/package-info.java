/** Runs the agent loop and the built-in roles. */
@NullMarked
package org.auleos.agents.internal;

import org.jspecify.annotations.NullMarked;
