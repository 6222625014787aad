package org.comity.denials.consultation.thread;

import java.util.Set;

/**
 * What is asked, and what silence means: the opposite in the two procedures that the EU has, so no default is shared.
 *
 * <p>Source: docs/rules.md R-112 (domain 0.5; 1c, articles 14 and 16 of Regulation (EU) 2021/821; for
 * ESSENTIAL_INTEREST article 11 of Regulation (EC) 428/2009, whose meaning of silence is our own reading).
 */
public enum ConsultationType {
    /** Whether a transaction is essentially identical to one that the consulted state denied. */
    NO_UNDERCUT(Set.of(Answer.IDENTICAL, Answer.NOT_IDENTICAL), Answer.NOT_IDENTICAL),
    /** Whether the state where the goods are located objects. */
    LOCATION(Set.of(Answer.OBJECTION, Answer.NO_OBJECTION), Answer.NO_OBJECTION),
    /** A request to heed an essential interest of the requesting state. */
    ESSENTIAL_INTEREST(Set.of(Answer.OBJECTION, Answer.NO_OBJECTION), Answer.NO_OBJECTION);

    private final Set<Answer> answers;
    private final Answer bySilence;

    ConsultationType(Set<Answer> answers, Answer bySilence) {
        this.answers = answers;
        this.bySilence = bySilence;
    }

    /** The answers that can be given. */
    public Set<Answer> answers() {
        return answers;
    }

    /** What a state has said that did not reply in time. */
    public Answer bySilence() {
        return bySilence;
    }
}
