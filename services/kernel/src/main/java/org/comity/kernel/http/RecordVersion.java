package org.comity.kernel.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record that a request changes, in the version that its caller has read: the parameter of every method that takes a
 * step with {@code …/{id}}.
 *
 * @param ifMatch the header as it came, for {@link ETag#require}
 */
public record RecordVersion(
        @PathParam("id") UUID id,
        @HeaderParam("If-Match") @Nullable String ifMatch) {}
