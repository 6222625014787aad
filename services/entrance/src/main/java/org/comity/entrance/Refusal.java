package org.comity.entrance;

/**
 * Why a request is refused before anything of ours sees it.
 *
 * @param status the HTTP status
 * @param name the header or parameter at fault; empty for the address or the body
 * @param detail a sentence for the caller; empty where the status says all
 */
public record Refusal(int status, String name, String detail) {

    /** The refusal of an address that there is not. */
    static final Refusal NOT_FOUND = new Refusal(404, "", "");

    /** The refusal of a method that no address has. */
    static final Refusal METHOD = new Refusal(405, "", "");
}
