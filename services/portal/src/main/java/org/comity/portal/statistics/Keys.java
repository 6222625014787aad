package org.comity.portal.statistics;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.Function;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Dimension;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** What is counted, in the language of a page. */
public final class Keys {

    private final Page page;
    private final CodeTexts code;
    private final StatisticsTexts texts;

    /** In the language of that page. */
    public Keys(Page page) {
        this.page = page;
        this.code = page.texts(CodeTexts.class);
        this.texts = page.texts(StatisticsTexts.class);
    }

    /** What is counted by. */
    public String name(Dimension by) {
        return texts.by(by);
    }

    /** A key in words; one that we have no words for stays as it is. */
    public String text(Dimension by, @Nullable String key) {
        if (key == null) {
            return texts.keyNone();
        }
        return switch (by) {
            case MONTH -> month(key);
            case ITEM -> key;
            case DESTINATION -> page.country(key);
            case GROUND -> of(Codes.Criterion.values(), key, code::criterion);
            case MISUSE_TYPE -> of(Codes.MisuseType.values(), key, code::misuse);
            case DECISION -> of(Codes.DenialKind.values(), key, code::kind);
        };
    }

    private String month(String key) {
        try {
            return DateTimeFormatter.ofPattern("LLLL uuuu", page.locale()).format(YearMonth.parse(key));
        } catch (DateTimeException noMonth) {
            return key;
        }
    }

    private static <E extends Enum<E>> String of(E[] codes, String key, Function<E, String> text) {
        return Arrays.stream(codes)
                .filter(it -> it.name().equals(key))
                .findFirst()
                .map(text)
                .orElse(key);
    }
}
