package org.auleos.api.run;

/**
 * Asks to take back what a run did.
 *
 * @param to the unit to go back to: what was announced after its end is taken back, the unit itself stays; empty for everything
 * @param partly true to leave what cannot be taken back, or was changed by somebody else meanwhile, as it is and take back the
 *     rest; false to ask a person
 * @param reason one sentence for the record
 */
public record UndoRequest(String to, boolean partly, String reason) {}
