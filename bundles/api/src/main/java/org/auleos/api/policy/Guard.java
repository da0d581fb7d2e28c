package org.auleos.api.policy;

import org.osgi.annotation.versioning.ProviderType;

/** Decides about every call, for every surface. Deny by default. Fast, no I/O. Thread-safe. */
@ProviderType
public interface Guard {

    /** Decides; the same question under the same policy version has the same answer. */
    Decision decide(Question question);
}
