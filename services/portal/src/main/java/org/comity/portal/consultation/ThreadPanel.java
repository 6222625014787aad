package org.comity.portal.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Consultation.ThreadView;
import org.comity.portal.api.ConsultationCodes.Said;
import org.comity.portal.page.Page;
import org.comity.portal.step.Offer;
import org.jspecify.annotations.Nullable;

/**
 * A thread as a page shows it.
 *
 * @param due the deadline in a sentence
 * @param elsewhere the same on the clock of the reader's state; empty where both clocks are the same
 * @param extended by how much it was extended; empty where it was not
 * @param offers the steps that the reader may take
 * @param proposal an extension that is on the table, in words
 */
public record ThreadPanel(
        ThreadView thread,
        String due,
        String elsewhere,
        String extended,
        String proposal,
        List<Offer> offers,
        List<Moment> timeline) {

    /**
     * Something that was said, or that silence said.
     *
     * @param days working days that it speaks of, in words
     */
    public record Moment(String title, Instant at, String text, String days, boolean late) {}

    static ThreadPanel of(Consultation one, ThreadView thread, Page page, Deadlines deadlines, List<Offer> offers) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        return new ThreadPanel(
                thread,
                deadlines.inFull(thread, page),
                page.otherMoment(thread.clock().dueAt(), thread.clock().zone()),
                thread.clock().extendedDays() == null
                        ? ""
                        : texts.extendedBy(thread.clock().extendedDays()),
                proposal(thread.clock().proposal(), page, texts),
                offers,
                timeline(one, thread, page, texts));
    }

    private static String proposal(Consultation.@Nullable Proposal proposal, Page page, ConsultationTexts texts) {
        if (proposal == null) {
            return "";
        }
        return page.isOf(proposal.by())
                ? texts.proposalOurs(proposal.workingDays())
                : texts.proposalTheirs(page.country(proposal.by()), proposal.workingDays());
    }

    private static List<Moment> timeline(Consultation one, ThreadView thread, Page page, ConsultationTexts texts) {
        List<Moment> moments = new ArrayList<>();
        if (one.requestedAt() != null) {
            moments.add(
                    new Moment(texts.saidAsked(page.country(one.requestingState())), one.requestedAt(), "", "", false));
        }
        for (Consultation.Exchange said : thread.exchanges()) {
            moments.add(new Moment(
                    title(said, thread, page, texts),
                    said.at(),
                    Optional.ofNullable(said.text()).orElse(""),
                    said.workingDays() == null ? "" : texts.saidDays(said.workingDays()),
                    said.kind() == Said.REPLIED
                            && thread.reply() != null
                            && thread.reply().late()));
        }
        if (thread.deemed() != null) {
            moments.add(new Moment(
                    texts.saidDeemed(texts.answer(thread.deemed().as())),
                    thread.deemed().at(),
                    "",
                    "",
                    false));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return List.copyOf(moments);
    }

    private static String title(Consultation.Exchange said, ThreadView thread, Page page, ConsultationTexts texts) {
        String title = texts.saidBy(page.country(said.by()), texts.said(said.kind()));
        return said.kind() == Said.REPLIED && thread.reply() != null
                ? title + page.colon() + " " + texts.answer(thread.reply().answer())
                : title;
    }
}
