package org.comity.kernel.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.comity.kernel.text.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * Brings every text of every field into the form in which text is kept, so that no field can miss it (R-283). What a type
 * of its own is made of, a code or an id, is read as it stands.
 */
final class FormedText extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    FormedText() {
        super(String.class);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property != null
                        && (property.getMember() != null || property.getType().hasRawClass(String.class))
                        && !property.getName().startsWith("#")
                ? this
                : StringDeserializer.instance;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return TextForm.of(text);
    }
}
