package entente.query;

import com.fasterxml.jackson.databind.JsonNode;
import entente.model.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON into values for a statement's parameters. An object of {@code $type} and {@code _value} is a value of that
 * type, as in the typed JSON of Neo4j's Query API v2; all else is what it is in JSON, at any depth.
 */
final class JsonValues {
    private static final String TYPE = "$type";
    private static final String VALUE = "_value";
    private static final List<String> NESTED = List.of("List", "Map", "Null");

    private JsonValues() {}

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is no value; the message says why, for people
     */
    static @Nullable Object read(JsonNode json) {
        return switch (json.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> number(json);
            case STRING -> json.textValue();
            case ARRAY -> list(json);
            case OBJECT -> json.has(TYPE) ? typed(json) : map(json);
            default -> throw new IllegalArgumentException(json.getNodeType() + " is no value");
        };
    }

    private static Object number(JsonNode json) {
        if (json.isIntegralNumber()) {
            if (!json.canConvertToLong()) {
                throw new IllegalArgumentException(json + " is larger than an integer of 64 bits can be");
            }
            return json.longValue();
        }
        double value = json.doubleValue();
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(json + " is larger than a float can be");
        }
        return value;
    }

    private static List<@Nullable Object> list(JsonNode json) {
        List<@Nullable Object> values = new ArrayList<>();
        json.forEach(item -> values.add(read(item)));
        return values;
    }

    static Map<String, @Nullable Object> map(JsonNode json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.properties().forEach(member -> values.put(member.getKey(), read(member.getValue())));
        return values;
    }

    private static @Nullable Object typed(JsonNode json) {
        JsonNode type = json.get(TYPE);
        JsonNode value = json.get(VALUE);
        if (json.size() != 2 || value == null || !type.isTextual()) {
            throw new IllegalArgumentException("a typed value has the members $type and _value and no others, such as"
                    + " {\"$type\": \"Date\", \"_value\": \"2009-07-01\"}");
        }
        return switch (type.textValue()) {
            case "Null" -> read(expected(value.isNull(), "Null", "null", value));
            case "List" -> list(expected(value.isArray(), "List", "an array", value));
            case "Map" -> map(expected(value.isObject(), "Map", "an object", value));
            default -> single(type.textValue(), value);
        };
    }

    private static JsonNode expected(boolean holds, String type, String what, JsonNode value) {
        if (!holds) {
            throw new IllegalArgumentException("the _value of a " + type + " is " + what);
        }
        return value;
    }

    private static Object single(String type, JsonNode value) {
        if (!TypedText.types().contains(type)) {
            List<String> known =
                    Stream.concat(TypedText.types().stream(), NESTED.stream()).toList();
            throw new IllegalArgumentException("\"" + type + "\" is no $type" + Names.didYouMean(type, known)
                    + "; it is one of " + Names.oneOf(known));
        }
        boolean plain = switch (type) {
            case "Boolean" -> value.isBoolean();
            case "Integer" -> value.isIntegralNumber();
            case "Float" -> value.isNumber();
            default -> false;
        };
        return TypedText.read(
                type,
                expected(plain || value.isTextual(), type, "a string", value).asText());
    }
}
