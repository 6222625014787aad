package org.comity.portal.api;

/** The code lists of the services; a test compares them with {@code openapi/}. */
public final class Codes {

    private Codes() {}

    /** Where the denial stands in its life. */
    public enum DenialStatus {
        DRAFT,
        NATIONAL_APPROVAL,
        NOTIFIED,
        AMENDED,
        REVIEW_DUE,
        REVIEW_OVERDUE,
        RENEWED,
        REVOKED,
        EXPIRED;

        /** Released, and neither revoked nor expired. */
        public boolean inForce() {
            return switch (this) {
                case NOTIFIED, AMENDED, REVIEW_DUE, REVIEW_OVERDUE, RENEWED -> true;
                case DRAFT, NATIONAL_APPROVAL, REVOKED, EXPIRED -> false;
            };
        }
    }

    /** How a request ended. */
    public enum AccessDecision {
        ALLOWED,
        REFUSED,
        ABSENT,
        REJECTED,
        FAILED
    }

    /** What was decided. */
    public enum DenialKind {
        REFUSAL,
        ANNULMENT,
        SUSPENSION,
        SUBSTANTIAL_LIMITATION,
        REVOCATION,
        INTENT_NOT_AUTHORISED,
        TRANSIT_PROHIBITION,
        BROKERING,
        TECHNICAL_ASSISTANCE
    }

    /** Why a licence was needed. */
    public enum DenialBasis {
        LISTED,
        CATCH_ALL_HR,
        CATCH_ALL_WMD,
        CATCH_ALL_MILITARY,
        NATIONAL_LIST
    }

    /** The list that a code is from. */
    public enum ControlList {
        EU_ANNEX_I,
        WA_DU,
        CCL,
        NATIONAL
    }

    /** The tier of an item. */
    public enum Sensitivity {
        BASIC,
        SENSITIVE,
        VERY_SENSITIVE,
        UNLISTED
    }

    /** The sort of product. */
    public enum ProductType {
        SENSOR,
        BIOMETRIC_ID,
        DATA_ANALYTICS,
        INTERNET_SURVEILLANCE,
        LOCATION_TRACKING,
        RECORDING_DEVICE,
        INTRUSION_SOFTWARE,
        INTERCEPTION,
        FORENSIC_EXTRACTION,
        MONITORING_SOFTWARE,
        FACIAL_EMOTION_RECOGNITION,
        CRYPTANALYSIS
    }

    /** The part that a party has in the transaction. */
    public enum PartyRole {
        CONSIGNEE,
        INTERMEDIATE,
        AGENT,
        END_USER,
        ULTIMATE_CONSIGNEE
    }

    /** What a party is. */
    public enum EntityType {
        GOVERNMENT,
        SECURITY_SERVICE,
        POLICE,
        MILITARY,
        TELECOM,
        PRIVATE,
        INDIVIDUAL
    }

    /** The ground of a denial. */
    public enum Criterion {
        COC_HR,
        ART15_A,
        ART15_B,
        ART15_C,
        ART15_D,
        SANCTION,
        DIVERSION,
        OTHER
    }

    /** The misuse that is feared. */
    public enum MisuseType {
        STIFLE_DISSENT,
        HARASS_HR_DEFENDERS,
        INTIMIDATE_MINORITIES,
        DISCOURAGE_WHISTLEBLOWERS,
        CHILL_EXPRESSION,
        TARGET_POLITICAL_OPPONENTS,
        TARGET_JOURNALISTS,
        TARGET_LAWYERS,
        UNLAWFUL_PRIVACY_INTERFERENCE,
        CENSORSHIP,
        TRANSNATIONAL_REPRESSION,
        MASS_SURVEILLANCE,
        ARBITRARY_DETENTION
    }

    /** The right that would be engaged. */
    public enum Right {
        EXPRESSION,
        RELIGION_BELIEF,
        ASSOCIATION,
        PEACEFUL_ASSEMBLY,
        PRIVACY,
        LIFE,
        LIBERTY,
        NO_TORTURE,
        NON_DISCRIMINATION
    }

    /** What happens at the end of the validity. */
    public enum ValidityPolicy {
        EXPIRES,
        REVIEW_REQUIRED
    }

    /** Traffic Light Protocol 2.0. */
    public enum Tlp {
        RED,
        AMBER_STRICT,
        AMBER,
        GREEN,
        CLEAR;

        /** As the protocol writes it. */
        public String label() {
            return "TLP:" + name().replace('_', '+');
        }
    }

    /** To whom a record is released. */
    public enum ReleaseMode {
        ALL,
        LIST,
        REGIME,
        ORIGINATOR_ONLY
    }

    /** An export-control regime, or the EU. */
    public enum Regime {
        WA,
        NSG,
        AG,
        MTCR,
        EU,
        ZC
    }

    /** What readers may use a record for. */
    public enum PermittedUse {
        LICENSING,
        ENFORCEMENT,
        POLICY,
        INDUSTRY_SANITISED
    }

    /** Where the originator has it from. */
    public enum Provenance {
        OWN,
        REGIME_DERIVED,
        PARTNER,
        OPEN_SOURCE
    }

    /** Why a field is withheld. */
    public enum WithheldGround {
        COMMERCIAL,
        SECURITY,
        PERSONAL,
        NATIONAL_LAW
    }

    /** A field that may be withheld; named as in the JSON. */
    public enum WithheldField {
        items,
        destinationState,
        transitStates,
        parties,
        statedEndUse,
        assessedEndUse,
        reasons,
        decisionDate
    }

    /** Where a state stands. */
    public enum StateStatus {
        INTERESTED,
        SUBSCRIBED,
        ACCESS_SUSPENDED,
        WITHDRAWN
    }
}
