/** Findings: what is wrong, with evidence, how they are worded, ranked and related to each other. */
@NullMarked
package org.auleos.tools.log.internal.finding;

import org.jspecify.annotations.NullMarked;
