package org.comity.portal.denial;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages on denials: {@code messages/denial.properties}. */
@MessageBundle("denial")
public interface DenialTexts {

    @Message
    String listTitle();

    @Message
    String listFiltered();

    @Message
    String listCaption();

    @Message
    String postOne();

    @Message
    String filterLabel();

    @Message
    String filterItem();

    @Message
    String anyStatus();

    @Message
    String anyInForce();

    @Message
    String anyCountry();

    @Message
    String anyState();

    @Message
    String reference();

    @Message
    String status();

    @Message
    String originator();

    @Message
    String items();

    @Message
    String destination();

    @Message
    String noneShown();

    @Message
    String noMatches();

    @Message
    String noMatchesText();

    @Message
    String emptyList();

    @Message
    String emptyListOfficer();

    @Message
    String emptyListReader();

    @Message
    String headline(String kind, String item, String destination);

    @Message
    String headlineNoDestination(String kind, String item);

    @Message
    String headlineNoItem(String kind, String destination);

    @Message
    String headlineKindUnknown();

    @Message
    String headlineMore(String item, int others);

    @Message
    String backToList();

    @Message
    String backToDenial(String ref);

    @Message
    String withoutPrejudice();

    @Message
    String withheld(String ground);

    @Message
    String withheldByUs(String ground);

    @Message
    String returned();

    @Message
    String submittedBy(String name, String when);

    @Message
    String anotherApprover();

    @Message
    String toApprove();

    @Message
    String toReturn();

    @Message
    String toDraft();

    @Message
    String toChange();

    @Message
    String toAmend();

    @Message
    String toRelease();

    @Message
    String late();

    @Message
    String notified();

    @Message
    String due();

    @Message
    String dueIn(String preferred, String latest, long days);

    @Message
    String duePast(String latest, long days);

    @Message
    String version();

    @Message
    String renewals();

    @Message
    String updated();

    @Message
    String draftedBy();

    @Message
    String approvedBy();

    @Message
    String cardNotice();

    @Message
    String cardDecision();

    @Message
    String cardEndUse();

    @Message
    String cardRelease();

    @Message
    String cardAnnex();

    @Message
    String kind();

    @Message
    String decisionDate();

    @Message
    String basis();

    @Message
    String transit();

    @Message
    String suspensionEnds();

    @Message
    String finalAssessment();

    @Message
    String validity();

    @Message
    String validFrom();

    @Message
    String renewalGrounds();

    @Message
    String supersedes();

    @Message
    String externalRef(String system);

    @Message
    String itemTitle(int number);

    @Message
    String noItems();

    @Message
    String addItem();

    @Message
    String description();

    @Message
    String controlCode();

    @Message
    String productType();

    @Message
    String criterion();

    @Message
    String sensitivity();

    @Message
    String unit();

    @Message
    String figures();

    @Message
    String identifiers();

    @Message
    String derivedFromAsk();

    @Message
    String quantity();

    @Message
    String parties();

    @Message
    String noParties();

    @Message
    String addParty();

    @Message
    String unnamed();

    @Message
    String role();

    @Message
    String nativeName();

    @Message
    String aliases();

    @Message
    String entityType();

    @Message
    String naturalPerson();

    @Message
    String naturalPersonYes();

    @Message
    String address();

    @Message
    String country();

    @Message
    String statedEndUse();

    @Message
    String assessedEndUse();

    @Message
    String reasons();

    @Message
    String noReasons();

    @Message
    String notForThisUse();

    @Message
    String addReason();

    @Message
    String reasonTitle(int number);

    @Message
    String misuse();

    @Message
    String rights();

    @Message
    String tearline();

    @Message
    String narrative();

    @Message
    String releasedTo();

    @Message
    String excluded();

    @Message
    String tlp();

    @Message
    String permittedUse();

    @Message
    String provenance();

    @Message
    String caveats();

    @Message
    String nationalRef();

    @Message
    String exporter();

    @Message
    String value();

    @Message
    String note();

    @Message
    String tasksAmend();

    @Message
    String tasksNew();

    @Message
    String tasksSaved();

    @Message
    String tasksSubmitted();

    @Message
    String groupWhat();

    @Message
    String groupWhom();

    @Message
    String groupWho();

    @Message
    String groupSubmit();

    @Message
    String taskDecision();

    @Message
    String taskDecisionHint();

    @Message
    String taskItems();

    @Message
    String taskItemsHint();

    @Message
    String taskParties();

    @Message
    String taskPartiesHint();

    @Message
    String taskEndUse();

    @Message
    String taskEndUseHint();

    @Message
    String taskReasons();

    @Message
    String taskReasonsHint();

    @Message
    String taskRelease();

    @Message
    String taskReleaseHint();

    @Message
    String taskAnnex();

    @Message
    String taskAnnexHint();

    @Message
    String taskCheck();

    @Message
    String taskCheckHint();

    @Message
    String moreAfterSaving();

    @Message
    String decisionTitle();

    @Message
    String kindAsk();

    @Message
    String suspensionEndsAsk();

    @Message
    String suspensionEndsHint();

    @Message
    String decisionDateAsk();

    @Message
    String dateHint(String example);

    @Message
    String basisAsk();

    @Message
    String destinationAsk();

    @Message
    String destinationHint();

    @Message
    String transitAsk();

    @Message
    String transitNumber(int number);

    @Message
    String noCountry();

    @Message
    String validityAsk();

    @Message
    String validFromAsk();

    @Message
    String validFromHint();

    @Message
    String itemsTitle();

    @Message
    String itemNew();

    @Message
    String itemChange(int number);

    @Message
    String descriptionAsk();

    @Message
    String descriptionHint();

    @Message
    String controlCodeAsk();

    @Message
    String controlCodeHint();

    @Message
    String controlListAsk();

    @Message
    String productTypeAsk();

    @Message
    String sensitivityAsk();

    @Message
    String quantityAsk();

    @Message
    String unitAsk();

    @Message
    String figuresAsk();

    @Message
    String figuresHint();

    @Message
    String figureName();

    @Message
    String figureValue();

    @Message
    String partiesTitle();

    @Message
    String partyNew();

    @Message
    String partyChange(String name);

    @Message
    String roleAsk();

    @Message
    String nameAsk();

    @Message
    String nameHint();

    @Message
    String nativeNameAsk();

    @Message
    String nativeNameHint();

    @Message
    String aliasesAsk();

    @Message
    String onePerLine();

    @Message
    String addressAsk();

    @Message
    String countryAsk();

    @Message
    String entityTypeAsk();

    @Message
    String naturalPersonAsk();

    @Message
    String naturalPersonHint();

    @Message
    String identifiersAsk();

    @Message
    String identifiersHint();

    @Message
    String identifierType();

    @Message
    String identifierValue();

    @Message
    String endUseTitle();

    @Message
    String statedEndUseAsk();

    @Message
    String statedEndUseHint();

    @Message
    String assessedEndUseAsk();

    @Message
    String assessedEndUseHint();

    @Message
    String reasonsTitle();

    @Message
    String reasonNew();

    @Message
    String reasonChange(int number);

    @Message
    String criterionAsk();

    @Message
    String misuseAsk();

    @Message
    String rightsAsk();

    @Message
    String allThatApply();

    @Message
    String tearlineAsk();

    @Message
    String tearlineHint();

    @Message
    String narrativeAsk();

    @Message
    String narrativeHint();

    @Message
    String releaseTitle();

    @Message
    String releaseIntro();

    @Message
    String modeAsk();

    @Message
    String modeAllHint(int count);

    @Message
    String modeListHint();

    @Message
    String modeRegimeHint();

    @Message
    String modeOwnHint();

    @Message
    String statesAsk();

    @Message
    String regimeAsk();

    @Message
    String regimeCount(String name, int count);

    @Message
    String excludedAsk();

    @Message
    String excludedLegend();

    @Message
    String excludedHint();

    @Message
    String tlpAsk();

    @Message
    String tlpHint();

    @Message
    String permittedUseAsk();

    @Message
    String provenanceAsk();

    @Message
    String caveatsAsk();

    @Message
    String withheldAsk();

    @Message
    String withheldHint();

    @Message
    String notWithheld();

    @Message
    String annexTitle();

    @Message
    String annexIntro();

    @Message
    String nationalRefAsk();

    @Message
    String exporterAsk();

    @Message
    String exporterAddressAsk();

    @Message
    String valueAsk();

    @Message
    String currencyAsk();

    @Message
    String currencyHint();

    @Message
    String noteAsk();

    @Message
    String checkTitle();

    @Message
    String submitTitle();

    @Message
    String submitText();

    @Message
    String submit();

    @Message
    String doneSubmitted();

    @Message
    String doneApproved();

    @Message
    String doneReturned();

    @Message
    String doneReleased();

    @Message
    String approveTitle();

    @Message
    String approveAmendment();

    @Message
    String whatYouApprove();

    @Message
    String approveRelease();

    @Message
    String approveMeans();

    @Message
    String approveAndNotify();

    @Message
    String returnTitle();

    @Message
    String returnIntro();

    @Message
    String returnAsk();

    @Message
    String returnNow();

    @Message
    String changeReleaseTitle();

    @Message
    String changeReleaseIntro();

    @Message
    String changeReleaseNow();
}
