package org.comity.kernel.entrance;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of a body while it is read, so that one that announces no length is bounded too. */
@Provider
@Priority(Priorities.ENTITY_CODER)
class BodyFilter implements ContainerRequestFilter {

    private final Instance<BodyLimits> limits;

    /** Takes the limits when they are needed: filters are made before the configuration of the running service is read. */
    BodyFilter(Instance<BodyLimits> limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("Transfer-Encoding") != null) {
            request.setEntityStream(
                    new Counted(request.getEntityStream(), limits.get().of(request.getHeaderString("Content-Type"))));
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long most;
        private long read;

        Counted(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            count(Math.max(0, count));
            return count;
        }

        /** Reads no more of a body that is too large: the connection ends after the answer, and its rest with it. */
        @Override
        public void close() throws IOException {
            if (read <= most) {
                super.close();
            }
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) {
                throw BodyLimits.tooLarge(most);
            }
        }
    }
}
