/** REST on loopback: the gate every request passes, the route table, and the event streams of runs. */
@NullMarked
package org.auleos.http.internal;

import org.jspecify.annotations.NullMarked;
