package org.auleos.api.tool;

/**
 * The exact code a run uses, from its first call of the tool to its end.
 *
 * @param name the tool
 * @param version version of its bundle
 * @param sha256 of the bundle's installed bytes, lower-case hex
 */
public record ToolPin(String name, String version, String sha256) {}
