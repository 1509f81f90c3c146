package entente.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values for the parameters of a statement that somebody wrote just now. */
public final class StatementParameters {
    /** How deep lists and objects may lie in each other. */
    public static final int DEEPEST = 100;

    private static final Pattern TYPED = Pattern.compile("([A-Za-z0-9]+):(.*)", Pattern.DOTALL);
    private static final Pattern LIKE_JSON =
            Pattern.compile("[\\[{\"].*|true|false|null|-?\\d[\\d.eE+-]*", Pattern.DOTALL);
    private static final Pattern LIKE_A_DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2}.*)?");

    /**
     * Reads JSON as it is meant for parameters: a name that comes twice, a second value behind the first and what is
     * nested too deeply are faults.
     */
    public static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StatementParameters() {}

    /**
     * The values of a JSON object: plain ones, and {@code {"$type": "Date", "_value": "2009-07-01"}} as the typed JSON
     * of Neo4j's Query API v2 has it.
     *
     * @throws QueryException naming the parameter whose value is none
     */
    public static Map<String, @Nullable Object> ofJson(JsonNode object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        object.properties().forEach(member -> values.put(member.getKey(), ofJson(member.getKey(), member.getValue())));
        return values;
    }

    private static @Nullable Object ofJson(String name, JsonNode value) {
        try {
            return JsonValues.read(value);
        } catch (IllegalArgumentException unfit) {
            throw bad(name, String.valueOf(unfit.getMessage()));
        }
    }

    /**
     * The value that a text stands for: {@code date:2009-07-01} with the name of a type in front, JSON such as
     * {@code 42}, {@code true} or {@code ["a", "b"]}, and any other text itself.
     *
     * @throws QueryException if it is no value, naming the parameter
     */
    public static @Nullable Object ofText(String name, String text) {
        Matcher typed = TYPED.matcher(text);
        String type = typed.matches() ? type(typed.group(1)) : null;
        if (type != null) {
            return ofTyped(name, type, typed.group(2));
        }
        return LIKE_JSON.matcher(text).matches() && !isLikeADate(text) ? ofJson(name, json(name, text)) : text;
    }

    /** Whether a text would be taken for itself and was probably meant for a date, which no text equals. */
    public static boolean isLikeADate(String text) {
        return LIKE_A_DATE.matcher(text).matches();
    }

    private static Object ofTyped(String name, String type, String text) {
        try {
            return TypedText.read(type, text);
        } catch (IllegalArgumentException unfit) {
            throw bad(name, String.valueOf(unfit.getMessage()));
        }
    }

    /** The type that a word names, or null where it is a word like any other. */
    private static @Nullable String type(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "string" -> "String";
            case "integer" -> "Integer";
            case "float" -> "Float";
            case "boolean" -> "Boolean";
            case "date" -> "Date";
            case "time" -> "Time";
            case "localtime" -> "LocalTime";
            case "datetime" -> "ZonedDateTime";
            case "localdatetime" -> "LocalDateTime";
            case "duration" -> "Duration";
            case "point" -> "Point";
            default -> null;
        };
    }

    private static JsonNode json(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw bad(
                    name,
                    text + " begins as JSON and is none: " + malformed.getOriginalMessage()
                            + "; write string: in front of what is to be taken for text");
        }
    }

    private static QueryException bad(String name, String message) {
        return new QueryException(
                QueryException.Reason.BAD_PARAMETER, name, "parameter \"" + name + "\": " + message, List.of());
    }
}
