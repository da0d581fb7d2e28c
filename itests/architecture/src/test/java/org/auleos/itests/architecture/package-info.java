/** The rules of the code, checked against sources, classes and built bundles. */
@NullMarked
package org.auleos.itests.architecture;

import org.jspecify.annotations.NullMarked;
