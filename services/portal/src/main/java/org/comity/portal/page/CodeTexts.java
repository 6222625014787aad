package org.comity.portal.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Denial;

/** The code lists in words: {@code messages/code.properties}, a key for each constant. */
@MessageBundle("code")
public interface CodeTexts {

    @Message
    String status(Codes.DenialStatus status);

    @Message
    String amendment(Denial.Draft amendment);

    @Message
    String kind(Codes.DenialKind kind);

    @Message
    String kindHint(Codes.DenialKind kind);

    @Message
    String basis(Codes.DenialBasis basis);

    @Message
    String controlList(Codes.ControlList controlList);

    @Message
    String sensitivity(Codes.Sensitivity sensitivity);

    @Message
    String productType(Codes.ProductType productType);

    @Message
    String partyRole(Codes.PartyRole role);

    @Message
    String entityType(Codes.EntityType entityType);

    @Message
    String criterion(Codes.Criterion criterion);

    @Message
    String misuse(Codes.MisuseType misuse);

    @Message
    String right(Codes.Right right);

    @Message
    String validity(Codes.ValidityPolicy validity);

    @Message
    String tlpHint(Codes.Tlp tlp);

    @Message
    String releaseMode(Codes.ReleaseMode mode);

    @Message
    String releasedTo(Codes.ReleaseMode mode);

    @Message
    String regime(Codes.Regime regime);

    @Message
    String permittedUse(Codes.PermittedUse use);

    @Message
    String permittedUseHint(Codes.PermittedUse use);

    @Message
    String provenance(Codes.Provenance provenance);

    @Message
    String ground(Codes.WithheldGround ground);

    @Message
    String field(Codes.WithheldField field);
}
