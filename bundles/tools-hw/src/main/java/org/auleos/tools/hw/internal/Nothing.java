package org.auleos.tools.hw.internal;

/** The input of a tool that needs none. */
public record Nothing() {}
