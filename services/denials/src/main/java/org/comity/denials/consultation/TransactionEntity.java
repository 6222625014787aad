package org.comity.denials.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.kernel.caller.StateCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The candidate transaction and the question, for the parties; as they were requested, for good. */
@Entity
@Table(name = "consultation_transaction")
class TransactionEntity {

    @Id
    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "requesting_state")
    private String requestingState;

    @JdbcTypeCode(SqlTypes.JSON)
    private CandidateTransaction candidate;

    private String question;

    @SuppressWarnings("NullAway") // for Hibernate
    protected TransactionEntity() {}

    TransactionEntity(UUID consultation, StateCode requesting, CandidateTransaction candidate, String question) {
        this.consultationId = consultation;
        this.requestingState = requesting.value();
        this.candidate = candidate;
        this.question = question;
    }

    CandidateTransaction candidate() {
        return candidate;
    }

    String question() {
        return question;
    }
}
