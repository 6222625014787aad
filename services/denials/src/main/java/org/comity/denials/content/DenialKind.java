package org.comity.denials.content;

/** What was decided. */
public enum DenialKind {
    /** The licence was refused. */
    REFUSAL,
    /** A licence was annulled. */
    ANNULMENT,
    /** A licence was suspended; a final assessment follows. */
    SUSPENSION,
    /** A licence was limited in substance. */
    SUBSTANTIAL_LIMITATION,
    /** A licence was revoked. */
    REVOCATION,
    /** The export was not to be authorised, before any application was decided. */
    INTENT_NOT_AUTHORISED,
    /** A transit was prohibited. */
    TRANSIT_PROHIBITION,
    /** Brokering was refused. */
    BROKERING,
    /** Technical assistance was refused. */
    TECHNICAL_ASSISTANCE
}
