package org.auleos.api.identity;

/**
 * A person.
 *
 * @param name lower-case letters, digits, {@code . _ -}, at most 32
 * @param role what they may do in general
 */
public record User(String name, Role role) {}
