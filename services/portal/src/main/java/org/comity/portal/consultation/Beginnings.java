package org.comity.portal.consultation;

import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Set;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Codes.PartyRole;
import org.comity.portal.api.ConsultationCodes.Type;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Page;

/** What a consultation starts with. */
final class Beginnings {

    private static final Set<PartyRole> RECEIVING =
            Set.of(PartyRole.END_USER, PartyRole.CONSIGNEE, PartyRole.ULTIMATE_CONSIGNEE);

    private Beginnings() {}

    /** From scratch. */
    static ConsultationContent blank() {
        return new ConsultationContent(Type.NO_UNDERCUT, null, null, List.of(), Codes.Tlp.AMBER, null, null);
    }

    /**
     * From a denial of another state: what was denied stands as the candidate transaction, to be changed where one's own
     * case is another.
     */
    static ConsultationContent from(Denial denial, Page page) {
        if (!denial.status().inForce() || page.isOf(denial.originatorState())) {
            throw new NotFoundException();
        }
        return new ConsultationContent(
                Type.NO_UNDERCUT,
                new ConsultationContent.Transaction(
                        denial.items(),
                        denial.destinationState(),
                        denial.parties().stream()
                                .filter(it -> RECEIVING.contains(it.role()))
                                .map(it -> new ConsultationContent.Party(
                                        it.role(),
                                        it.name(),
                                        it.nativeScriptName(),
                                        it.country(),
                                        isPerson(it) ? true : null))
                                .toList(),
                        null),
                page.texts(DraftTexts.class).questionExample(),
                List.of(new ConsultationContent.Consulted(denial.originatorState(), List.of(denial.ref()))),
                denial.tlp(),
                null,
                null);
    }

    private static boolean isPerson(DenialContent.Party party) {
        return Boolean.TRUE.equals(party.isNaturalPerson()) || party.entityType() == Codes.EntityType.INDIVIDUAL;
    }
}
