/** A plugin as somebody outside this repository writes it: only the plugin API, a pom of twelve lines. */
@NullMarked
package com.acme.text;

import org.jspecify.annotations.NullMarked;
