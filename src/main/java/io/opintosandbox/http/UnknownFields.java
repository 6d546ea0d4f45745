package io.opintosandbox.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.util.List;

/** Notes which fields of a body nobody knows, which is a hint for the journal; they stay ignored as before. */
final class UnknownFields extends DeserializationProblemHandler {
    private static final int MOST = 20;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object bean,
            String name) {
        @SuppressWarnings("unchecked")
        var unknown = (List<String>) context.getAttribute(UnknownFields.class);
        if (unknown != null && unknown.size() < MOST) {
            unknown.add(parser.getParsingContext().pathAsPointer().toString());
        }
        return false;
    }
}
