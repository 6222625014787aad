package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.receipt.ReceiptTable;
import org.comity.sharing.receipt.ReceiptView;
import org.comity.sharing.release.Share;

/**
 * The receipts of bulletins: which states opened which version, and on which day.
 *
 * <p>Rules.
 */
@Singleton
public class BulletinReceipts extends ReceiptTable {

    private final Sql sql;
    private final CurrentCaller current;

    BulletinReceipts(Sql sql, Identifiers identifiers, Clock clock, CurrentCaller current) {
        super(sql, identifiers, clock, "bulletin_receipt", "bulletin_id");
        this.sql = sql;
        this.current = current;
    }

    /** The caller was given these bulletins whole, in another form than their own view. */
    public void delivered(Collection<UUID> bulletins) {
        current.get()
                .state()
                .filter(reader -> !bulletins.isEmpty())
                .ifPresent((StateCode reader) -> opened(
                        sql.of("select id, originator_state, ref, version from bulletin where id = any (:ids)"
                                        + " and originator_state <> :reader order by id")
                                .with("ids", bulletins, "reader", reader)
                                .list(Receipted.class),
                        reader));
    }

    /** The caller opens this bulletin; a person of another state leaves a receipt. The secretariat is no state. */
    void opened(BulletinEntity bulletin) {
        current.get()
                .state()
                .filter(reader -> !reader.equals(bulletin.originator()))
                .ifPresent((StateCode reader) ->
                        opened(bulletin.id(), bulletin.originator(), bulletin.ref(), bulletin.version(), reader));
    }

    /**
     * The receipts of this bulletin, the first day first.
     *
     * @throws org.comity.kernel.problem.ProblemException 403 for others than the originator's licensing desk and point of
     *     contact
     */
    List<ReceiptView> of(BulletinEntity bulletin) {
        if (!current.get().isOf(bulletin.originator()) || !Share.isDeskOrContact(current.get())) {
            throw KernelProblem.FORBIDDEN.because("Receipts are for the originator's desk and its point of contact.");
        }
        return of(bulletin.id(), bulletin.originator());
    }
}
