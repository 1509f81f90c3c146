package entente.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an {@code ask} pattern. All the ways in which a question may fit advance together, a few for each position
 * in the question, so that matching takes no more than elements × words² steps.
 */
sealed interface PatternElement {
    /** The ways to go on from each of the ways so far. */
    List<Fit> advance(List<Fit> fits, Question question);

    /** How many literal words every question that fits has at the least. */
    int fewestWords();

    /** The piece of a question that fits. */
    String example();

    /** A word that must occur. */
    record Literal(String word) implements PatternElement {
        @Override
        public List<Fit> advance(List<Fit> fits, Question question) {
            return fits.stream()
                    .filter(fit -> question.has(fit.position(), word))
                    .map(Fit::afterWord)
                    .toList();
        }

        @Override
        public int fewestWords() {
            return 1;
        }

        @Override
        public String example() {
            return word;
        }
    }

    /**
     * The place of a parameter's value: one word or more.
     *
     * @param parameters several where the same words say them all, as a month says where a time begins and ends
     */
    record Slot(List<Parameter> parameters) implements PatternElement {
        @Override
        public List<Fit> advance(List<Fit> fits, Question question) {
            return Fit.best(fits.stream().flatMap(fit -> values(fit, question)).toList());
        }

        private Stream<Fit> values(Fit fit, Question question) {
            return IntStream.rangeClosed(fit.position() + 1, question.length())
                    .mapToObj(end -> valueUpTo(end, fit, question))
                    .flatMap(Stream::ofNullable);
        }

        private @Nullable Fit valueUpTo(int end, Fit fit, Question question) {
            String value = question.between(fit.position(), end);
            Fit after = fit;
            for (Parameter parameter : parameters) {
                if (!ArgumentText.mayBeMeantFor(parameter, value)) {
                    return null;
                }
                after = after.afterValue(end, parameter.name(), value);
            }
            return after;
        }

        @Override
        public int fewestWords() {
            return 0;
        }

        @Override
        public String example() {
            Parameter first = parameters.get(0);
            return String.valueOf(first.example() == null ? first.defaultValue() : first.example());
        }
    }

    /** A value that a question has which is asked in the words around: takes up no word. */
    record Given(Parameter parameter, String value) implements PatternElement {
        @Override
        public List<Fit> advance(List<Fit> fits, Question question) {
            return fits.stream()
                    .map(fit -> fit.afterValue(fit.position(), parameter.name(), value))
                    .toList();
        }

        @Override
        public int fewestWords() {
            return 0;
        }

        @Override
        public String example() {
            return "";
        }
    }

    /** One piece after the other. */
    record Sequence(List<PatternElement> elements) implements PatternElement {
        @Override
        public List<Fit> advance(List<Fit> fits, Question question) {
            List<Fit> reached = fits;
            for (PatternElement element : elements) {
                reached = element.advance(reached, question);
            }
            return reached;
        }

        @Override
        public int fewestWords() {
            return elements.stream().mapToInt(PatternElement::fewestWords).sum();
        }

        @Override
        public String example() {
            return elements.stream()
                    .map(PatternElement::example)
                    .filter(piece -> !piece.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    /** One of several. */
    record Choice(List<Sequence> branches) implements PatternElement {
        @Override
        public List<Fit> advance(List<Fit> fits, Question question) {
            return Fit.best(branches.stream()
                    .flatMap(branch -> branch.advance(fits, question).stream())
                    .toList());
        }

        @Override
        public int fewestWords() {
            return branches.stream().mapToInt(Sequence::fewestWords).min().orElse(0);
        }

        @Override
        public String example() {
            return branches.get(0).example();
        }
    }

    /** What may be left out. */
    record Optional(Sequence content) implements PatternElement {
        @Override
        public List<Fit> advance(List<Fit> fits, Question question) {
            return Fit.best(Stream.concat(content.advance(fits, question).stream(), fits.stream())
                    .toList());
        }

        @Override
        public int fewestWords() {
            return 0;
        }

        @Override
        public String example() {
            return "";
        }
    }
}
