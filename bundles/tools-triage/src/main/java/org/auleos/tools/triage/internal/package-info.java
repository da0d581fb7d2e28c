/** Judges a machine and ranks findings into one report. */
@NullMarked
package org.auleos.tools.triage.internal;

import org.jspecify.annotations.NullMarked;
