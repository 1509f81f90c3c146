package entente.load;

import entente.model.PartialDate;
import entente.model.Precision;
import entente.model.RelationshipType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the graph keeps of a fact, as a dossier writes it: the reverse of what {@link DossierReader} reads. A date is
 * kept as its first day and its precision, and written as exactly as it is known.
 */
final class StoredFacts {
    private static final String PRECISION = "Precision";
    /** What the graph keeps of a dossier beside what its file says. */
    private static final Set<String> OF_DOSSIERS =
            Set.of("id", "base", "checksum", "entities", "relationships", "loadedAt", "loading");
    /** What of a relationship is written in another way than under its name. */
    private static final Set<String> OF_RELATIONSHIPS =
            Set.of("id", "dossier", "validFrom", "fromPrecision", "validTo", "toPrecision", "on", "onPrecision");

    private StoredFacts() {}

    static Map<String, Object> dossier(Map<?, ?> stored) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("dossier", text(stored, "id"));
        putOthers(stored, OF_DOSSIERS, file);
        if (Boolean.TRUE.equals(stored.get("base"))) {
            file.put("base", true);
        }
        return file;
    }

    static Map<String, Object> source(Map<?, ?> stored) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("id", text(stored, "id"));
        putOthers(stored, Set.of("id", "key", "dossier"), source);
        return source;
    }

    /** @param stored what one dossier asserts of the entity */
    static Map<String, Object> entity(String id, Map<?, ?> stored) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", id);
        entity.put("kind", text(stored, "kind"));
        putOthers(stored, Set.of("kind", "base"), entity);
        return entity;
    }

    static Map<String, Object> relationship(RelationshipType type, String from, String to, Map<?, ?> stored) {
        Map<String, Object> relationship = new LinkedHashMap<>();
        relationship.put("type", type.name());
        relationship.put("from", from);
        relationship.put("to", to);
        putIdentity(text(stored, "id"), relationship);
        putTime(type, stored, relationship);
        putOthers(stored, OF_RELATIONSHIPS, relationship);
        return relationship;
    }

    /** An id with a slash is derived, from what else is written and the key after the first {@code #}. */
    private static void putIdentity(String id, Map<String, Object> relationship) {
        int hash = id.indexOf('#');
        if (id.indexOf('/') < 0) {
            relationship.put("id", id);
        } else if (hash >= 0) {
            relationship.put("key", id.substring(hash + 1));
        }
    }

    /** A start that {@code on} tells as well, and the end of an instant, follow from {@code on}. */
    private static void putTime(RelationshipType type, Map<?, ?> stored, Map<String, Object> relationship) {
        String since = date(stored.get("validFrom"), stored.get("fromPrecision"));
        String until = stored.get("validTo") instanceof LocalDate dayAfter
                ? date(dayAfter.minusDays(1), stored.get("toPrecision"))
                : null;
        String on = date(stored.get("on"), stored.get("onPrecision"));
        boolean toldByOn = on != null && on.equals(since);
        put("on", on, relationship);
        put("since", toldByOn ? null : since, relationship);
        boolean overWithItsDay = type.instant() && toldByOn && Objects.equals(on, until);
        put("until", overWithItsDay ? null : until, relationship);
    }

    private static void putOthers(Map<?, ?> stored, Set<String> left, Map<String, Object> fact) {
        stored.forEach((name, value) -> {
            String key = String.valueOf(name);
            if (!left.contains(key) && !isPrecision(key, stored)) {
                put(key, value instanceof LocalDate ? date(value, stored.get(key + PRECISION)) : value, fact);
            }
        });
    }

    private static boolean isPrecision(String key, Map<?, ?> stored) {
        return key.endsWith(PRECISION)
                && stored.get(key.substring(0, key.length() - PRECISION.length())) instanceof LocalDate;
    }

    private static @Nullable String date(@Nullable Object day, @Nullable Object precision) {
        return day instanceof LocalDate known
                ? new PartialDate(
                                known,
                                Precision.valueOf(String.valueOf(precision).toUpperCase(Locale.ROOT)))
                        .toString()
                : null;
    }

    private static void put(String key, @Nullable Object value, Map<String, Object> fact) {
        if (value != null) {
            fact.put(key, value);
        }
    }

    private static String text(Map<?, ?> stored, String key) {
        return String.valueOf(stored.get(key));
    }
}
