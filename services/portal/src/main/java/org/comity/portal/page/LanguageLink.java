package org.comity.portal.page;

/**
 * A language that a page can be had in.
 *
 * @param code as in {@code lang}
 * @param name in the language itself
 * @param href the same page in it, which is remembered
 * @param current whether the page is in it
 */
public record LanguageLink(String code, String name, String href, boolean current) {}
