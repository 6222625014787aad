package org.comity.kernel.caller;

/**
 * A person or system account. Two of them are the same when their ids are.
 *
 * @param id the token's {@code sub}
 * @param name the user name, for people of the same state to read
 */
public record Person(String id, String name) {}
