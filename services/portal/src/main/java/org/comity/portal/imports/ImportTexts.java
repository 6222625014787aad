package org.comity.portal.imports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Imports;

/** The texts of denials in files: imports, and the list as a file: {@code messages/imports.properties}. */
@MessageBundle("imports")
public interface ImportTexts {

    @Message
    String views();

    @Message
    String viewList();

    @Message
    String viewImports();

    @Message
    String title();

    @Message
    String lead();

    @Message
    String begin();

    @Message
    String caption();

    @Message
    String file();

    @Message
    String status();

    @Message
    String denials();

    @Message
    String sentBy();

    @Message
    String sentAt();

    @Message
    String none();

    @Message
    String pages();

    @Message
    String statusName(Imports.Status status);

    @Message
    String newTitle();

    @Message
    String newLead();

    @Message
    String newPersons();

    @Message
    String template();

    @Message
    String templateCsv();

    @Message
    String templateXlsx();

    @Message
    String fileAsk();

    @Message
    String fileHint();

    @Message
    String fileMissing();

    @Message
    String fileAgain();

    @Message
    String settings();

    @Message
    String settingsHint();

    @Message
    String countryAsk();

    @Message
    String countryMeans(Imports.CountryMeaning meaning);

    @Message
    String countryMeansHint(Imports.CountryMeaning meaning);

    @Message
    String criterionAsk();

    @Message
    String criterionNone();

    @Message
    String controlListAsk();

    @Message
    String controlListNone();

    @Message
    String suspensionAsk();

    @Message
    String suspensionHint();

    @Message
    String check();

    @Message
    String checking();

    @Message
    String atWork();

    @Message
    String atWorkText();

    @Message
    String toImports();

    @Message
    String inFile(int denials, int rows);

    @Message
    String sent(String name, String when);

    @Message
    String isNew();

    @Message
    String changed();

    @Message
    String unchanged();

    @Message
    String newHint();

    @Message
    String changedHint();

    @Message
    String unchangedHint();

    @Message
    String nothingToDo();

    @Message
    String apply();

    @Message
    String changedText();

    @Message
    String applyText();

    @Message
    String submit();

    @Message
    String submitText();

    @Message
    String approve();

    @Message
    String approveText();

    @Message
    String approveWaits();

    @Message
    String approveOther();

    @Message
    String approved();

    @Message
    String toNotified();

    @Message
    String runningText();

    @Message
    String progress(int done, int total);

    @Message
    String refresh();

    @Message
    String interrupted();

    @Message
    String again();

    @Message
    String undone();

    @Message
    String ofDenial(String reference, String detail);

    @Message
    String ofField(String field, String detail);

    @Message
    String stepImpossible();

    @Message
    String faultsTitle(int count);

    @Message
    String faultsText();

    @Message
    String faultsCaption();

    @Message
    String row();

    @Message
    String column();

    @Message
    String fault();

    @Message
    String faultsMore(int more);

    @Message
    String annotated();

    @Message
    String sendAgain();

    @Message
    String records();

    @Message
    String recordsViews();

    @Message
    String all(int count);

    @Message
    String ofChange(String change, int count);

    @Message
    String recordsCaption();

    @Message
    String reference();

    @Message
    String firstRow();

    @Message
    String change();

    @Message
    String noneOfThese();

    @Message
    String export();

    @Message
    String exportCsv();

    @Message
    String exportXlsx();

    @Message
    String exportJson();

    @Message
    String exportHint();

    @Message
    String exportTooMany();

    @Message
    String settingsOfAll();

    @Message
    String countryShort();

    @Message
    String controlListShort();

    @Message
    String fileTooLarge();

    @Message
    String waitingEnded();

    @Message
    String passedOver(int count);

    @Message
    String leftOut();
}
