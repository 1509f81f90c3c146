package entente.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an {@code ask} pattern. */
final class PatternParser {
    private static final String SIGNS = "()[]{}|";
    private static final int DEEPEST = 5;
    private static final int LONGEST = 300;

    private final String text;
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private int position;

    PatternParser(String text, List<Parameter> parameters) {
        this.text = text;
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
    }

    PatternElement.Sequence parse() {
        if (text.length() > LONGEST) {
            throw fault("is longer than " + LONGEST + " characters");
        }
        PatternElement.Sequence sequence = sequence(0);
        if (position < text.length()) {
            throw fault("has a \"" + text.charAt(position) + "\" that nothing opens before it");
        }
        return sequence;
    }

    /** Reads up to the sign that ends the group, or to the end. */
    private PatternElement.Sequence sequence(int depth) {
        if (depth > DEEPEST) {
            throw fault("is nested too deep");
        }
        List<PatternElement> elements = new ArrayList<>();
        while (position < text.length() && ")]}|".indexOf(text.charAt(position)) < 0) {
            switch (text.charAt(position)) {
                case '(' -> elements.add(choice(depth + 1));
                case '[' -> elements.add(optional(depth + 1));
                case '{' -> elements.add(slot());
                default -> elements.addAll(literals());
            }
        }
        return new PatternElement.Sequence(elements);
    }

    private PatternElement choice(int depth) {
        List<PatternElement.Sequence> branches = new ArrayList<>();
        do {
            position++;
            branches.add(filled(sequence(depth)));
        } while (position < text.length() && text.charAt(position) == '|');
        close(')');
        return new PatternElement.Choice(branches);
    }

    private PatternElement optional(int depth) {
        position++;
        PatternElement.Sequence content = filled(sequence(depth));
        close(']');
        return new PatternElement.Optional(content);
    }

    private PatternElement slot() {
        int end = text.indexOf('}', position);
        if (end < 0) {
            throw fault("lacks a \"}\"");
        }
        String[] parts = text.substring(position + 1, end).split("=", 2);
        position = end + 1;
        if (parts.length > 1) {
            return given(parameter(parts[0].strip()), parts[1].strip());
        }
        List<Parameter> said = new ArrayList<>();
        for (String part : parts[0].split(",", -1)) {
            String name = part.strip();
            said.add(parameter(name));
            if (!used.add(name)) {
                throw fault("names \"" + name + "\" twice");
            }
        }
        return new PatternElement.Slot(said);
    }

    private Parameter parameter(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw fault("names \"" + name + "\", which is no parameter");
        }
        return parameter;
    }

    /** One pattern may give a parameter several values, in branches that exclude each other. */
    private PatternElement given(Parameter parameter, String value) {
        try {
            ArgumentText.read(parameter, value, LocalDate.EPOCH);
        } catch (IllegalArgumentException unfit) {
            throw fault("gives \"" + parameter.name() + "\" what it cannot be: " + unfit.getMessage());
        }
        return new PatternElement.Given(parameter, value);
    }

    private List<PatternElement> literals() {
        int start = position;
        while (position < text.length() && SIGNS.indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return Question.of(text.substring(start, position)).words().stream()
                .<PatternElement>map(word -> new PatternElement.Literal(word.folded()))
                .toList();
    }

    private PatternElement.Sequence filled(PatternElement.Sequence sequence) {
        if (sequence.elements().isEmpty()) {
            throw fault("has an empty group");
        }
        return sequence;
    }

    private void close(char sign) {
        if (position < text.length() && text.charAt(position) == '|') {
            throw fault("has a \"|\" outside of ( )");
        }
        if (position == text.length() || text.charAt(position) != sign) {
            throw fault("lacks a \"" + sign + "\"");
        }
        position++;
    }

    private IllegalArgumentException fault(String reason) {
        return new IllegalArgumentException("the pattern \"" + text + "\" " + reason);
    }
}
