package entente.load;

import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.document.Node;
import entente.model.Basis;
import entente.model.Confidence;
import entente.model.Names;
import entente.model.RelationshipType;
import entente.model.Slug;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the relationships of a dossier in each of the ways that it can write them. */
final class RelationshipReader {
    private static final Map<String, String> STANCES =
            Map.of("supports", "SUPPORTS", "opposes", "OPPOSES", "neutralOn", "NEUTRAL_ON");
    private static final Pattern KEY = Pattern.compile("\\S{1,100}");

    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    private final NodeValues values;

    RelationshipReader(Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.values = new NodeValues(problems);
    }

    /** {@code {actor: …, supports: …}}, or {@code opposes}, or {@code neutralOn}. */
    @Nullable
    RelationshipFact stance(Node item, String dossier) {
        Fields fields = Fields.of(item, "a stance", problems);
        if (fields == null) {
            return null;
        }
        Reference actor = fields.requiredReference("actor");
        List<Map.Entry<String, String>> given = STANCES.entrySet().stream()
                .filter(stance -> fields.has(stance.getKey()))
                .toList();
        if (given.size() != 1) {
            String meant = given.isEmpty() ? fields.misspelt(STANCES.keySet()) : "";
            fields.fault(fields.place(), "a stance needs one of supports, opposes and neutralOn, and only one" + meant);
            tellOtherFaults(fields);
            return null;
        }
        Map.Entry<String, String> stance = given.get(0);
        return read(fields, vocabulary.type(stance.getValue()), actor, fields.reference(stance.getKey()), dossier);
    }

    /** {@code {actor: …, agreement: …}}. */
    @Nullable
    RelationshipFact signature(Node item, String dossier) {
        Fields fields = Fields.of(item, "a signature", problems);
        return fields == null
                ? null
                : read(
                        fields,
                        vocabulary.type("SIGNED"),
                        fields.requiredReference("actor"),
                        fields.requiredReference("agreement"),
                        dossier);
    }

    /** {@code [a, b]} or {@code {between: [a, b], …}}. */
    @Nullable
    RelationshipFact border(Node item, String dossier) {
        Node written = item instanceof Node.Sequence
                ? new Node.Mapping(
                        item.place(), List.of(new Node.Entry(new Node.Scalar(item.place(), "between", false), item)))
                : item;
        Fields fields = Fields.of(written, "a border", problems);
        if (fields == null) {
            return null;
        }
        List<Node> ends = fields.items("between");
        if (ends.size() != 2) {
            fields.fault(
                    fields.place(),
                    "a border is between two: [kyrgyzstan, uzbekistan] or {between: [kyrgyzstan, uzbekistan]}");
            tellOtherFaults(fields);
            return null;
        }
        return read(
                fields,
                vocabulary.type("BORDERS"),
                values.reference("between", ends.get(0)),
                values.reference("between", ends.get(1)),
                dossier);
    }

    /** {@code {type: …, from: …, to: …}}. */
    @Nullable
    RelationshipFact relationship(Node item, String dossier) {
        Fields fields = Fields.of(item, "a relationship", problems);
        if (fields == null) {
            return null;
        }
        String word = fields.required("type");
        Reference from = fields.requiredReference("from");
        Reference to = fields.requiredReference("to");
        RelationshipType type = word == null ? null : vocabulary.types().get(word);
        if (type == null) {
            if (word != null) {
                fields.fault(fields.placeOf("type"), "unknown type \"" + word + "\"" + meant(word));
            }
            tellOtherFaults(fields);
            return null;
        }
        return read(fields, type, from, to, dossier);
    }

    private String meant(String word) {
        Set<String> known = vocabulary.types().keySet();
        String near = Names.didYouMean(word, known);
        return near.isEmpty() ? "; the types are " + Names.oneOf(List.copyOf(known)) : near;
    }

    private @Nullable RelationshipFact read(
            Fields fields, RelationshipType type, @Nullable Reference from, @Nullable Reference to, String dossier) {
        FactTime time = FactTime.read(fields, type);
        Reference speaker = fields.reference("statedBy");
        Properties properties = properties(fields, type, time);
        properties.put("statedBy", speaker == null ? null : speaker.id());
        List<Reference> citations = citations(fields);
        Reference given = fields.reference("id");
        String key = key(fields);
        fields.refuseUnknownKeys();
        if (from == null || to == null) {
            return null;
        }
        boolean turned = type.symmetric() && from.id().compareTo(to.id()) > 0;
        Reference start = turned ? to : from;
        Reference end = turned ? from : to;
        String id = given == null ? time.derivedId(dossier, type, start, end, key) : given.id();
        return new RelationshipFact(
                fields.place(),
                id,
                type,
                start,
                end,
                speaker == null ? List.of() : List.of(speaker),
                citations,
                properties.values());
    }

    /** Tells what is wrong with what every relationship may have, where it is not known what this one says. */
    private void tellOtherFaults(Fields fields) {
        List.of("since", "until", "on").forEach(fields::date);
        List.of("statedBy", "id").forEach(fields::reference);
        commonProperties(fields);
        citations(fields);
        key(fields);
    }

    /** It becomes part of an id, which is one line and is indexed whole. */
    private static @Nullable String key(Fields fields) {
        String key = fields.text("key");
        if (key != null && !KEY.matcher(key).matches()) {
            fields.fault(fields.placeOf("key"), "a key is a word of 1 to 100 characters, without spaces");
            return null;
        }
        return key;
    }

    private static Properties properties(Fields fields, RelationshipType type, FactTime time) {
        Properties properties = commonProperties(fields);
        time.putInto(properties);
        properties.putAll(fields, type.properties());
        type.required().stream()
                .filter(key -> !fields.has(key))
                .forEach(key ->
                        fields.fault(fields.place(), "\"" + key + "\" is missing: " + type.name() + " needs it"));
        return properties;
    }

    private static Properties commonProperties(Fields fields) {
        Properties properties = new Properties();
        properties.put("confidence", fields.word("confidence", Confidence.words()));
        properties.put("basis", fields.word("basis", Basis.words()));
        properties.putTexts(fields, List.of("summary", "claim"));
        return properties;
    }

    /** {@code sourceId} or {@code sourceId#locator}. */
    private List<Reference> citations(Fields fields) {
        List<Reference> citations = new ArrayList<>();
        fields.items("sources").forEach(item -> {
            String text = values.text("sources", item);
            if (text != null && isCitation(text)) {
                citations.add(new Reference(item.place(), text));
            } else if (text != null) {
                fields.fault(item.place(), "a source is named by its id, or by its id and a locator: osh-article#12");
            }
        });
        return citations;
    }

    private static boolean isCitation(String text) {
        int mark = text.indexOf('#');
        boolean located = mark >= 0
                && mark + 1 < text.length()
                && !Character.isWhitespace(text.charAt(mark + 1))
                && text.indexOf('\n') < 0;
        return Slug.isSlug(located ? text.substring(0, mark) : text);
    }
}
