package entente.cli;

import entente.model.Names;
import entente.query.Parameter;
import entente.query.ParameterType;
import entente.query.SavedQuery;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what a saved query takes and gives, as {@code --help} does for a command. */
final class QueryHelp {
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private QueryHelp() {}

    /** The whole text, in lines. */
    static String of(SavedQuery query) {
        return "Usage: entente query %s%s%n%s%n%s%n%nParameters:%n%s%n%nColumns:%n%s%n%s%n%nExample:%n  %s%n"
                .formatted(
                        query.name(),
                        query.parameters().stream()
                                .map(parameter -> " " + usage(parameter))
                                .collect(Collectors.joining()),
                        query.title(),
                        query.description(),
                        lines(query.parameters().stream().map(QueryHelp::line).toList()),
                        lines(query.columns().entrySet().stream()
                                .map(column -> column.getKey() + ": " + column.getValue())
                                .toList()),
                        asked(query.ask()),
                        example(query));
    }

    /** How a parameter is typed; in brackets where it may be left out. */
    static String usage(Parameter parameter) {
        String usage = option(parameter) + " " + word(parameter);
        return parameter.required() ? usage : "[" + usage + "]";
    }

    private static String line(Parameter parameter) {
        String values = parameter.type() == ParameterType.ENUM ? "; " + Names.oneOf(parameter.words()) : "";
        String otherwise = parameter.defaultValue() == null ? "" : "; " + parameter.defaultValue() + " unless given";
        String several = parameter.list() ? "; repeat it for several" : "";
        return usage(parameter) + "  " + parameter.description() + values + otherwise + several;
    }

    private static String asked(List<String> patterns) {
        return patterns.isEmpty() ? "" : "%nIn plain words, with 'entente ask':%n%s".formatted(lines(patterns));
    }

    /** With the values of the header, which give an answer on the sample dossier. */
    private static String example(SavedQuery query) {
        return "entente query " + query.name()
                + query.parameters().stream()
                        .filter(parameter -> parameter.example() != null)
                        .map(parameter -> " " + option(parameter) + " " + parameter.example())
                        .collect(Collectors.joining());
    }

    private static String option(Parameter parameter) {
        return option(parameter.name());
    }

    /** How the name of a parameter is typed: {@code --as-of}. */
    static String option(String parameter) {
        return "--"
                + CAPITAL.matcher(parameter)
                        .replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
    }

    private static String word(Parameter parameter) {
        return parameter.type().word().toUpperCase(Locale.ROOT);
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "  none" : "  " + String.join(System.lineSeparator() + "  ", lines);
    }
}
