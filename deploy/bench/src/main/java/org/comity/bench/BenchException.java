package org.comity.bench;

/** Why a benchmark cannot go on, in words for the person at the keyboard. */
final class BenchException extends RuntimeException {

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
