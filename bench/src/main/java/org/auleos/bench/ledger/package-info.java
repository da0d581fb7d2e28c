/** Measures the ledger against the plainest thing that is as durable. */
@NullMarked
package org.auleos.bench.ledger;

import org.jspecify.annotations.NullMarked;
