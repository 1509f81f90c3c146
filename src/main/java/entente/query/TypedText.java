package entente.query;

import entente.graph.BoundValues;
import entente.model.Names;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of Cypher's types as text, by the names and in the forms of the typed JSON of Neo4j's Query API v2: see the
 * chapter "Parameters" of its manual.
 */
final class TypedText {
    private static final int SHOWN = 40;
    private static final Pattern DURATION = Pattern.compile("([+-]?)P([^T]*)(?:T(.+))?");
    private static final String NUMBER = "([+-]?\\d{1,300}(?:\\.\\d{1,300})?(?:[eE][+-]?\\d{1,3})?)";
    private static final Pattern POINT = Pattern.compile(
            "SRID=(\\d{1,9});\\s*POINT(?: Z)? ?\\(\\s*" + NUMBER + "\\s+" + NUMBER + "(?:\\s+" + NUMBER + ")?\\s*\\)");

    /** Neo4j's coordinate systems, by their spatial reference identifiers. */
    private static final Set<Integer> FLAT = Set.of(4326, 7203);

    private static final Set<Integer> IN_SPACE = Set.of(4979, 9157);
    private static final Set<Integer> ON_EARTH = Set.of(4326, 4979);
    private static final int MOST_LATITUDE = 90;

    private static final Map<String, Form> FORMS = new LinkedHashMap<>();

    /** How the values of a type are written. */
    private record Form(String example, Function<String, Object> reader) {}

    static {
        FORMS.put("Boolean", new Form("true", TypedText::bool));
        FORMS.put("Integer", new Form("42", Long::valueOf));
        FORMS.put("Float", new Form("0.5", TypedText::real));
        FORMS.put("String", new Form("any text", text -> text));
        FORMS.put("Base64", new Form("AQID", text -> Base64.getDecoder().decode(text)));
        FORMS.put("Date", new Form("2009-07-01", LocalDate::parse));
        FORMS.put("Time", new Form("12:50:35+01:00", OffsetTime::parse));
        FORMS.put("LocalTime", new Form("12:50:35", LocalTime::parse));
        FORMS.put("OffsetDateTime", new Form("2009-07-01T12:50:35+06:00", OffsetDateTime::parse));
        FORMS.put("ZonedDateTime", new Form("2009-07-01T12:50:35+06:00[Asia/Bishkek]", ZonedDateTime::parse));
        FORMS.put("LocalDateTime", new Form("2009-07-01T12:50:35", LocalDateTime::parse));
        FORMS.put("Duration", new Form("P14DT16H12M", TypedText::duration));
        FORMS.put("Point", new Form("SRID=4326;POINT (72.8 40.5)", TypedText::point));
    }

    private TypedText() {}

    /** The names of the types. */
    static List<String> types() {
        return List.copyOf(FORMS.keySet());
    }

    /**
     * Reads a value.
     *
     * @param type one of {@link #types()}
     * @throws IllegalArgumentException if the text is none of the type; the message begins with it, in quotes
     */
    static Object read(String type, String text) {
        Form form = FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException("\"" + type + "\" is no type here; the types are "
                    + Names.oneOf(types()).replace(" or ", " and "));
        }
        try {
            return form.reader().apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException unfit) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            throw new IllegalArgumentException(
                    "\"" + shown + "\" is no " + type + ", which looks like " + form.example(), unfit);
        }
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Double real(String text) {
        Double value = Double.valueOf(text);
        boolean meantSo = text.endsWith("Infinity");
        if (value.isInfinite() && !meantSo) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Object duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches() || text.endsWith("P")) {
            throw new IllegalArgumentException(text);
        }
        Period date = parts.group(2).isEmpty() ? Period.ZERO : Period.parse("P" + parts.group(2));
        Duration time = parts.group(3) == null ? Duration.ZERO : Duration.parse("PT" + parts.group(3));
        return parts.group(1).equals("-")
                ? BoundValues.duration(date.negated(), time.negated())
                : BoundValues.duration(date, time);
    }

    private static Object point(String text) {
        Matcher parts = POINT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        int system = Integer.parseInt(parts.group(1));
        double x = real(parts.group(2));
        double y = real(parts.group(3));
        boolean isFlat = parts.group(4) == null;
        boolean isOnEarth = ON_EARTH.contains(system);
        if (!(isFlat ? FLAT : IN_SPACE).contains(system) || (isOnEarth && Math.abs(y) > MOST_LATITUDE)) {
            throw new IllegalArgumentException(text);
        }
        return isFlat ? BoundValues.point(system, x, y) : BoundValues.point(system, x, y, real(parts.group(4)));
    }
}
