package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import org.comity.bulletins.content.BulletinClass;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.NamedParty;
import org.comity.bulletins.response.CommentRequest;
import org.comity.bulletins.response.Responses;
import org.comity.bulletins.response.SightingRequest;
import org.comity.bulletins.stix.StixObjects;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.record.Seen;

/**
 * What states say of the bulletins that they read.
 *
 * <p>Rules.
 */
@Singleton
class BulletinAnswers {

    private final Bulletins bulletins;
    private final Responses responses;
    private final StixObjects stix;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;

    BulletinAnswers(
            Bulletins bulletins,
            Responses responses,
            StixObjects stix,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current) {
        this.bulletins = bulletins;
        this.responses = responses;
        this.stix = stix;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
    }

    /** The caller's state comments on a bulletin that it reads. */
    @Transactional
    Reply comment(UUID id, CommentRequest said) {
        return answer(id, seen -> {
            BulletinEntity bulletin = seen.header();
            StateCode own = current.get().ownState();
            if (said.kind().isOfNamedStates() && !names(bulletin.content(), own)) {
                throw KernelProblem.INVALID_VALUES.at(
                        "/kind",
                        "The bulletin does not name your state. Corroborate it, or say that you have no comment.");
            }
            stix.commented(bulletin.stix(), responses.comment(id, bulletin.originator(), own, said));
            outbox.append(BulletinEvent.COMMENTED.of(bulletin));
        });
    }

    /** Whether a bulletin is about a state: as a destination, or as the country of a party. */
    private static boolean names(DraftBulletin content, StateCode state) {
        return content.destinations().contains(state)
                || content.parties().stream().map(NamedParty::country).anyMatch(state::equals);
    }

    /** The caller's state acted on a bulletin. */
    @Transactional
    Reply sighted(UUID id, SightingRequest said) {
        return answer(
                id,
                seen -> stix.sighted(
                        seen.header().stix(),
                        responses.sighted(
                                id, seen.header().originator(), current.get().ownState(), said)));
    }

    /** The caller's state has seen an alert. */
    @Transactional
    Reply acknowledge(UUID id) {
        return answer(id, seen -> {
            if (seen.header().content().bulletinClass() != BulletinClass.ALERT) {
                throw BulletinProblem.NOT_AN_ALERT.because("Only an alert is acknowledged.");
            }
            responses.acknowledged(id, seen.header().originator(), current.get().ownState());
        });
    }

    /** The caller's state signs a collective notice. */
    @Transactional
    Reply cosign(UUID id) {
        return answer(id, AnswerStep.COSIGN, seen -> {
            BulletinEntity bulletin = seen.header();
            StateCode own = current.get().ownState();
            if (!bulletin.content().signatories().contains(own)) {
                throw KernelProblem.FORBIDDEN.because("Your state is not asked to sign this.");
            }
            if (bulletin.status() != BulletinStatus.PROPOSED) {
                throw BulletinProblem.NOT_SIGNED.because("It does not wait for signatures.");
            }
            if (bulletins.owesSignature(bulletin)) {
                responses.signed(id, bulletin.originator(), own);
                outbox.append(BulletinEvent.SIGNED.of(bulletin));
            }
        });
    }

    private Reply answer(UUID id, Consumer<Seen<BulletinEntity, BulletinFileEntity>> said) {
        return answer(id, AnswerStep.COMMENT, seen -> {
            if (seen.header().status() == BulletinStatus.PROPOSED) {
                throw BulletinProblem.NOT_PUBLISHED.because("It waits for the signatures of the states that it names.");
            }
            said.accept(seen);
        });
    }

    /** A state that reads the bulletin says something of it: 404 where it is hidden, 403 where it is its own, or by role. */
    private Reply answer(UUID id, AnswerStep step, Consumer<Seen<BulletinEntity, BulletinFileEntity>> said) {
        Seen<BulletinEntity, BulletinFileEntity> seen = bulletins.records().find(id);
        step.takenBy().require(current.get());
        if (current.get().isOf(seen.header().originator())) {
            throw KernelProblem.FORBIDDEN.because("This is for the states that the bulletin was released to.");
        }
        said.accept(seen);
        return replies.ok(bulletins.view(seen));
    }
}
