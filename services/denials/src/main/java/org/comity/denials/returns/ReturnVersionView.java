package org.comity.denials.returns;

import java.time.Instant;

/** What was released once: {@code ReturnVersion} in openapi/denials.yaml. */
public record ReturnVersionView(int version, Instant releasedAt, ReturnRequest content) {}
