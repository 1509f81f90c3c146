package entente.query;

import entente.model.Names;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a parameter's definition, such as {@code {type: entity, description: what the stance is on, example:
 * osh-base}}. The type of a parameter that takes several values is written {@code list of entity}.
 */
final class ParameterDefinition {
    private static final List<String> KEYS = List.of(
            "type", "description", "default", "example", "required", "values", "kinds", "of", "written", "period");
    /** What the HTTP API and the command line take beside the parameters of a query. */
    private static final Set<String> RESERVED = Set.of(
            "limit",
            "after",
            "format",
            "q",
            "safe",
            "data",
            "noSample",
            "vocabulary",
            "help",
            "version",
            "plan",
            "timeout",
            "maxRows",
            "maxMegabytes",
            "maxReads");

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,49}");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z0-9]{0,49}");
    private static final Pattern PROPERTY = Pattern.compile("([A-Z][A-Za-z0-9]{0,49})\\.([a-z][A-Za-z0-9]{0,49})");
    private static final String LIST = "list of ";

    private final HeaderNode node;
    private final Map<String, HeaderNode> entries;

    private ParameterDefinition(HeaderNode node) {
        this.node = node;
        this.entries = node.entries(KEYS);
    }

    static Parameter read(String name, HeaderNode node) {
        if (!NAME.matcher(name).matches()) {
            throw node.fault("the parameter \"" + name + "\" must match " + NAME);
        }
        if (RESERVED.contains(name)) {
            throw node.fault("\"" + name + "\" is a name that every query has already");
        }
        return new ParameterDefinition(node).parameter(name);
    }

    private Parameter parameter(String name) {
        String type = required("type").text();
        Parameter parameter = new Parameter(
                name,
                type(type.startsWith(LIST) ? type.substring(LIST.length()) : type),
                type.startsWith(LIST),
                required("description").text(),
                isRequired(),
                text("default"),
                text("example"),
                texts("values"),
                kinds(),
                recorded(),
                isBeginning());
        check(parameter);
        return parameter;
    }

    private ParameterType type(String word) {
        return Stream.of(ParameterType.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> required("type").fault("unknown type \"" + word + "\"; write " + types()));
    }

    private static String types() {
        List<String> words =
                Arrays.stream(ParameterType.values()).map(ParameterType::word).toList();
        return Names.oneOf(words) + ", or \"list of\" one of these";
    }

    private boolean isRequired() {
        HeaderNode required = entries.get("required");
        boolean hasDefault = entries.containsKey("default");
        if (required == null) {
            return !hasDefault;
        }
        return switch (required.text()) {
            case "false" -> false;
            case "true" -> {
                if (hasDefault) {
                    throw required.fault("what is required needs no default");
                }
                yield true;
            }
            default -> throw required.fault("\"required\" is true or false");
        };
    }

    private List<String> texts(String key) {
        HeaderNode list = entries.get(key);
        return list == null
                ? List.of()
                : list.items().stream().map(HeaderNode::text).toList();
    }

    private List<String> kinds() {
        List<String> kinds = texts("kinds");
        kinds.stream().filter(kind -> !KIND.matcher(kind).matches()).findFirst().ifPresent(kind -> {
            throw required("kinds").fault("\"" + kind + "\" is not the name of a kind, such as State");
        });
        return kinds;
    }

    private @Nullable Recorded recorded() {
        HeaderNode of = entries.get("of");
        if (of == null && entries.containsKey("written")) {
            throw required("written").fault("\"written\" goes with \"of\"");
        }
        if (of == null) {
            return null;
        }
        Matcher property = PROPERTY.matcher(of.text());
        if (!property.matches()) {
            throw of.fault("\"of\" is a label and a property that holds the texts, such as Proposal.issues");
        }
        return new Recorded(property.group(1), property.group(2), written());
    }

    private @Nullable Pattern written() {
        HeaderNode written = entries.get("written");
        if (written == null) {
            return null;
        }
        try {
            Pattern pattern = Pattern.compile(written.text(), Pattern.CASE_INSENSITIVE);
            if (pattern.matcher("").groupCount() == 1) {
                return pattern;
            }
        } catch (PatternSyntaxException malformed) {
            throw written.fault("\"written\" is no regular expression: " + malformed.getDescription());
        }
        throw written.fault("\"written\" has one group, which is what counts: (?:no\\. )?(\\d+)");
    }

    private boolean isBeginning() {
        HeaderNode period = entries.get("period");
        if (period == null) {
            return false;
        }
        return switch (period.text()) {
            case "first day" -> true;
            case "last day" -> false;
            default -> throw period.fault("\"period\" is first day or last day");
        };
    }

    private void check(Parameter parameter) {
        boolean isEnum = parameter.type() == ParameterType.ENUM;
        if (isEnum == parameter.words().isEmpty()) {
            throw node.fault(isEnum ? "an enum lists its \"values\"" : "only an enum has \"values\"");
        }
        refuseOfAnother(parameter, ParameterType.ENTITY, "kinds");
        refuseOfAnother(parameter, ParameterType.STRING, "of");
        refuseOfAnother(parameter, ParameterType.DATE, "period");
        if (new HashSet<>(parameter.words()).size() < parameter.words().size()) {
            throw required("values").fault("a value stands here twice");
        }
        if (parameter.defaultValue() == null && parameter.example() == null) {
            throw node.fault("the parameter \"" + parameter.name() + "\" has neither a default nor an example");
        }
        checkValue(parameter, "default");
        checkValue(parameter, "example");
    }

    private void refuseOfAnother(Parameter parameter, ParameterType type, String key) {
        if (entries.containsKey(key) && parameter.type() != type) {
            throw required(key).fault("only a parameter of type " + type.word() + " has \"" + key + "\"");
        }
    }

    private void checkValue(Parameter parameter, String key) {
        HeaderNode value = entries.get(key);
        if (value != null) {
            try {
                ArgumentText.read(parameter, value.text(), LocalDate.EPOCH);
            } catch (IllegalArgumentException unfit) {
                throw value.fault("the " + key + " " + unfit.getMessage());
            }
        }
    }

    private @Nullable String text(String key) {
        HeaderNode entry = entries.get(key);
        return entry == null ? null : entry.text();
    }

    private HeaderNode required(String key) {
        HeaderNode entry = entries.get(key);
        if (entry == null) {
            throw node.fault("the parameter lacks \"" + key + "\"");
        }
        return entry;
    }
}
