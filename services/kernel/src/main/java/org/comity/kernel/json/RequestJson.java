package org.comity.kernel.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The mapper that reads requests: JSON is UTF-8 (RFC 8259, 8.1), where Jackson would find out UTF-16 and UTF-32 by
 * itself; and nothing is null, since no schema of openapi/ has that type: what is not said is left out. A request has a bounded
 * number of parts, counted while it is read: a list is checked part by part, however many it may have.
 */
@Singleton
class RequestJson {

    /**
     * Assumption: the most parts of a request, each of which may cost a fault of some hundred bytes. A return of 500 lines
     * has some 8,000.
     */
    private static final int MOST_TOKENS = 20_000;

    @Produces
    @Singleton
    ObjectMapper mapper(@All List<ObjectMapperCustomizer> customizers) {
        ObjectMapper mapper = new ObjectMapper(new Factory());
        // in the order of their priorities: StrictJson comes last
        customizers.stream().sorted().forEach(customizer -> customizer.customize(mapper));
        return mapper;
    }

    @SuppressWarnings("serial") // a mapper is never written out
    private static final class Factory extends JsonFactory {

        Factory() {
            super(new JsonFactoryBuilder().disable(JsonFactory.Feature.CHARSET_DETECTION));
        }

        @Override
        public JsonFactory copy() {
            return new Factory();
        }

        @Override
        public JsonParser createParser(InputStream in) throws IOException {
            return new Bounded(super.createParser(in));
        }

        @Override
        public JsonParser createParser(String text) throws IOException {
            return new Bounded(super.createParser(text));
        }
    }

    private static final class Bounded extends JsonParserDelegate {

        private int tokens;

        Bounded(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (++tokens > MOST_TOKENS) {
                throw new TooManyParts("more than " + MOST_TOKENS + " tokens", currentTokenLocation());
            }
            if (token == JsonToken.VALUE_NULL) {
                throw new NullInJson(getParsingContext().pathAsPointer().toString());
            }
            return token;
        }
    }
}
