package org.comity.portal;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.core.Application;

/** Runs every page on a worker thread, since pages ask services and wait for the answer. */
@Blocking
public class PortalApplication extends Application {}
