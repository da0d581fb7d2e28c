/** Turns records into JSON, JSON into records, and records into JSON Schema. */
@NullMarked
package org.auleos.json.internal;

import org.jspecify.annotations.NullMarked;
