package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliverySource;

/**
 * How consultations are read for delivery. An event names the whole, a thread, or the clock of a notice: each leads to the
 * consultation as the reader sees it.
 *
 * <p>Rules: R-380.
 */
@Singleton
class ConsultationDelivery implements DeliverySource {

    /** Most subjects are no consultation: one statement leaves those out, before each is looked for as what it may be. */
    private static final String KNOWN = "select id from consultation where id = any (:subjects)"
            + " union all select id from consultation_thread where id = any (:subjects)"
            + " union all select id from consultation_notice_clock where id = any (:subjects)";

    private final Sql sql;
    private final ConsultationStore store;
    private final NoticeStore notices;
    private final ConsultationFilter filter;
    private final ConsultationViews views;
    private final CurrentCaller current;

    ConsultationDelivery(
            Sql sql,
            ConsultationStore store,
            NoticeStore notices,
            ConsultationFilter filter,
            ConsultationViews views,
            CurrentCaller current) {
        this.sql = sql;
        this.store = store;
        this.notices = notices;
        this.filter = filter;
        this.views = views;
        this.current = current;
    }

    @Override
    public Map<UUID, Read> read(Collection<UUID> subjects) {
        List<UUID> known = sql.of(KNOWN).with("subjects", subjects).list(UUID.class);
        return DeliverySource.each(known, this::one);
    }

    private Optional<Read> one(UUID subject) {
        return whole(subject)
                .or(() -> store.ofThread(current.get(), subject).flatMap(this::whole))
                .or(() -> notices.ofNoticeClock(current.get(), subject).flatMap(this::whole))
                .map(ConsultationDelivery::read);
    }

    private Optional<ConsultationView> whole(UUID id) {
        return views.seen(id, filter.part(current.get(), id)).map(views::view);
    }

    private static Read read(ConsultationView view) {
        Optional<CandidateTransaction> asked = Optional.ofNullable(view.candidateTransaction());
        return new Read(
                new Delivered(
                        view.id(),
                        "CONSULTATION",
                        ConsultationResource.PATH + "/" + view.id(),
                        view.ref(),
                        null,
                        view.requestingState(),
                        view.status().name(),
                        view.version(),
                        view.updatedAt(),
                        true,
                        new Delivered.Facts(
                                asked.map(CandidateTransaction::controlCodes).orElse(List.of()),
                                asked.stream()
                                        .flatMap(transaction -> Stream.ofNullable(transaction.destination()))
                                        .toList(),
                                List.of(),
                                view.type().name(),
                                List.of(),
                                view.question())),
                view);
    }
}
