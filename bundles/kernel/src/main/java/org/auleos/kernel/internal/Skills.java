package org.auleos.kernel.internal;

/** What a conductor has to be able to do with a run, beside keeping the order of its units. */
record Skills(Attempt attempt, Doubt doubt, Compensation compensation) {}
