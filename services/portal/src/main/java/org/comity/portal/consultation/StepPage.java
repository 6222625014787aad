package org.comity.portal.consultation;

/**
 * What surrounds the fields of a step.
 *
 * @param title its heading
 * @param ref the consultation
 * @param action where it is sent
 * @param back where "back" and "cancel" lead
 * @param etag the version that the person has read
 * @param send the words on its button
 * @param overtaken whether something changed in the meantime
 */
public record StepPage(
        String title, String ref, String action, String back, String etag, String send, boolean overtaken) {}
