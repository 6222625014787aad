package org.comity.denials.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.comity.denials.content.ControlList;
import org.comity.denials.content.Criterion;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.EntityType;
import org.comity.denials.content.PartyRole;
import org.comity.denials.content.ProductType;
import org.comity.denials.content.Right;
import org.comity.denials.content.Sensitivity;
import org.comity.denials.content.ValidityPolicy;
import org.comity.denials.content.WithheldField;
import org.comity.denials.content.WithheldGround;
import org.comity.denials.denial.DenialView;
import org.comity.sharing.code.MisuseType;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_code_of_a_document_has_a_word() throws NoSuchMethodException {
        List<Class<?>> codes = List.of(
                DenialView.class.getMethod("status").getReturnType(),
                DenialKind.class,
                DenialBasis.class,
                ControlList.class,
                Sensitivity.class,
                ProductType.class,
                PartyRole.class,
                EntityType.class,
                Criterion.class,
                MisuseType.class,
                Right.class,
                ValidityPolicy.class,
                PermittedUse.class,
                Provenance.class,
                WithheldGround.class,
                WithheldField.class);
        for (Class<?> type : codes) {
            for (Object constant : type.getEnumConstants()) {
                Enum<?> code = (Enum<?>) constant;
                assertNotEquals(code.name(), Words.of(code), type.getSimpleName());
            }
        }
        assertEquals("Human rights, as in the Code of Conduct", Words.of(Criterion.COC_HR));
        assertEquals("Stated end-use", Words.of(WithheldField.STATED_END_USE));
        assertNull(Words.of(null));
    }
}
