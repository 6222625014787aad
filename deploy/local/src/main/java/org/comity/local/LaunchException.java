package org.comity.local;

/** Something that the person at the keyboard can put right. The message says what is wrong and what to do. */
final class LaunchException extends RuntimeException {

    LaunchException(String message) {
        super(message);
    }
}
