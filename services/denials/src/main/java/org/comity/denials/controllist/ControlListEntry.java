package org.comity.denials.controllist;

/**
 * An entry of a control list, in our own words; not the legal text.
 *
 * @param cluster what sort of surveillance it is about
 */
public record ControlListEntry(String code, String controlList, String description, String cluster) {}
