package org.auleos.api.store;

/** The store cannot answer: damaged, closed or out of space. The projection has to be rebuilt from the ledger. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the table, the key and what is wrong. */
    public StoreException(String message) {
        super(message);
    }

    /** With the exception underneath. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
