package org.comity.portal.denial;

/**
 * What surrounds the fields of a step.
 *
 * @param title its heading
 * @param ref the denial; empty before there is one
 * @param action where it is sent, which is also where it is read
 * @param back where "back" leads
 * @param etag the version that is being changed
 * @param save the words on its button
 * @param later whether it can also be saved without going on
 * @param overtaken whether somebody else changed the record in the meantime
 */
public record StepFrame(
        String title,
        String ref,
        String action,
        String back,
        String etag,
        String save,
        boolean later,
        boolean overtaken) {}
