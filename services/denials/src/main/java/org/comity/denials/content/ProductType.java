package org.comity.denials.content;

/** The sort of product (domain 6). */
public enum ProductType {
    /** Sensor. */
    SENSOR,
    /** Biometric id. */
    BIOMETRIC_ID,
    /** Data analytics. */
    DATA_ANALYTICS,
    /** Internet surveillance. */
    INTERNET_SURVEILLANCE,
    /** Location tracking. */
    LOCATION_TRACKING,
    /** Recording device. */
    RECORDING_DEVICE,
    /** Intrusion software. */
    INTRUSION_SOFTWARE,
    /** Interception. */
    INTERCEPTION,
    /** Forensic extraction. */
    FORENSIC_EXTRACTION,
    /** Monitoring software. */
    MONITORING_SOFTWARE,
    /** Facial emotion recognition. */
    FACIAL_EMOTION_RECOGNITION,
    /** Cryptanalysis. */
    CRYPTANALYSIS
}
