package org.comity.portal.denial;

import java.util.stream.Stream;
import org.comity.portal.figures.FigureTexts;
import org.comity.portal.imports.ImportTexts;
import org.comity.portal.list.Listing;
import org.comity.portal.onward.OnwardTexts;
import org.comity.portal.page.Page;
import org.comity.portal.returns.ReturnTexts;
import org.comity.portal.session.Person;
import org.comity.portal.statistics.StatisticsTexts;

/** What lies under "Denials" in the navigation: the list, and the lists beside it. */
public enum DenialViews {
    DENIALS("/denials", false),
    IMPORTS("/imports", true),
    RETURNS("/returns", false),
    ONWARD("/onward", true),
    STATISTICS("/statistics", false),
    FIGURES("/figures", true);

    private final String path;
    private final boolean forDesk;

    DenialViews(String path, boolean forDesk) {
        this.path = path;
        this.forDesk = forDesk;
    }

    /** All of them, as far as they are for this person, on the page of that one. */
    public static Listing.Views beside(DenialViews here, Page page) {
        boolean desk = page.is(Person::isOfficer);
        return new Listing.Views(
                page.texts(ImportTexts.class).views(),
                Stream.of(values())
                        .filter(it -> desk || !it.forDesk)
                        .map(it -> new Listing.Way(it.text(page), it == here ? "" : it.path))
                        .toList());
    }

    private String text(Page page) {
        return switch (this) {
            case DENIALS -> page.texts(ImportTexts.class).viewList();
            case IMPORTS -> page.texts(ImportTexts.class).viewImports();
            case RETURNS -> page.texts(ReturnTexts.class).view();
            case ONWARD -> page.texts(OnwardTexts.class).view();
            case STATISTICS -> page.texts(StatisticsTexts.class).view();
            case FIGURES -> page.texts(FigureTexts.class).view();
        };
    }
}
