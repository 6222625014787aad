package org.comity.denials.consultation;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.sql.Sql;

/** The filter, which a test can take out of the way to see that row-level security holds alone. */
@Singleton
@Alternative
@Priority(1)
class SwitchedConsultationFilter extends ConsultationFilter {

    static volatile boolean removed;

    SwitchedConsultationFilter(Sql sql) {
        super(sql);
    }

    @Override
    Part part(Caller caller, UUID consultation) {
        return removed ? Part.REQUESTING : super.part(caller, consultation);
    }

    @Override
    String thread() {
        return removed ? "true" : super.thread();
    }

    @Override
    String cited() {
        return removed ? "true" : super.cited();
    }

    @Override
    String undercut() {
        return removed ? "true" : super.undercut();
    }

    @Override
    String notice() {
        return removed ? "true" : super.notice();
    }

    @Override
    String clock() {
        return removed ? "true" : super.clock();
    }

    @Override
    String own() {
        return removed ? "true" : super.own();
    }

    @Override
    String note() {
        return removed ? "true" : super.note();
    }
}
