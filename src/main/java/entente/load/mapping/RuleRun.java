package entente.load.mapping;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.FactReader;
import entente.load.Problem;
import entente.load.document.Node;
import entente.load.document.Place;
import entente.load.table.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies one rule to the rows of a table. */
final class RuleRun {
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Rule rule;
    private final String dossier;
    private final String file;
    private final FactReader reader;
    private final List<Problem> noted;
    private final List<Made> fields = new ArrayList<>();

    /** One field: its key in a dossier, and how it is made. */
    private record Made(Node.Scalar key, Value value) {}

    /**
     * Prepares a rule.
     *
     * @param file the table's file, for places
     * @param reader notes in {@code noted} what is wrong with a fact
     */
    RuleRun(Rule rule, String dossier, String file, FactReader reader, List<Problem> noted) {
        this.rule = rule;
        this.dossier = dossier;
        this.file = file;
        this.reader = reader;
        this.noted = noted;
        rule.fields().forEach((key, value) -> fields.add(new Made(new Node.Scalar(value.place(), key, false), value)));
    }

    boolean takes(Cells cells) {
        return rule.where().takes(cells);
    }

    /** Adds the entities that the row says to a result, or what is wrong. */
    void entities(TableRow row, Cells cells, RowResult result) {
        Map<Made, Outcome> outcomes = outcomes(row, cells, result);
        if (!outcomes.isEmpty()) {
            EntityFact fact = reader.entity(node(row, cells, outcomes, Map.of()));
            if (fact != null && noted.isEmpty()) {
                result.entities().add(fact);
            }
            takeNoted(row, result);
        }
    }

    /** Adds the entities that fields of a relationship need and the graph lacks. */
    void created(TableRow row, Cells cells, RowResult result) {
        for (Value value : rule.creating()) {
            if (new LookedUp((Source.Lookup) value.source(), value.steps()).isMissingIn(cells)) {
                new RuleRun(Rule.created(value), dossier, file, reader, noted).entities(row, cells, result);
            }
        }
    }

    /** Adds the relationships that the row says to a result, or what is wrong. */
    void relationships(TableRow row, Cells cells, RowResult result) {
        Map<Made, Outcome> outcomes = outcomes(row, cells, result);
        List<String> starts = texts(outcomes, FROM);
        List<String> ends = texts(outcomes, TO);
        if (isNothing(outcomes, starts, ends)) {
            return;
        }
        for (String start : starts.isEmpty() ? List.of("") : starts) {
            for (String end : ends.isEmpty() ? List.of("") : ends) {
                RelationshipFact fact =
                        reader.relationship(node(row, cells, outcomes, Map.of(FROM, start, TO, end)), dossier);
                if (fact != null && noted.isEmpty()) {
                    result.relationships().add(fact);
                }
                takeNoted(row, result);
            }
        }
    }

    /** A list without items yields no relationship, and is no error. */
    private static boolean isNothing(Map<Made, Outcome> outcomes, List<String> starts, List<String> ends) {
        return outcomes.isEmpty()
                || outcomes.entrySet().stream()
                        .anyMatch(made -> made.getValue().isAbsent()
                                && ((made.getKey().key().text().equals(FROM) && starts.isEmpty())
                                        || (made.getKey().key().text().equals(TO) && ends.isEmpty()))
                                && isList(made.getKey().value()));
    }

    private static boolean isList(Value value) {
        return value.steps().split() != null || value.join() != null;
    }

    /** What each field comes to; none where something is wrong with one, or the row is to be skipped. */
    private Map<Made, Outcome> outcomes(TableRow row, Cells cells, RowResult result) {
        Map<Made, Outcome> outcomes = new LinkedHashMap<>();
        boolean usable = true;
        for (Made made : fields) {
            Outcome outcome = made.value().in(cells);
            outcomes.put(made, outcome);
            String fault = outcome.fault();
            String skips = outcome.skips();
            if (fault != null) {
                result.problems().add(new Problem(place(row, column(made.value(), cells)), fault));
            }
            if (skips != null) {
                result.skip(new Problem(place(row, column(made.value(), cells)), skips));
            }
            usable &= outcome.isUsable();
        }
        return usable ? outcomes : Map.of();
    }

    private static List<String> texts(Map<Made, Outcome> outcomes, String key) {
        for (Map.Entry<Made, Outcome> made : outcomes.entrySet()) {
            if (made.getKey().key().text().equals(key)) {
                return made.getValue().texts();
            }
        }
        return List.of();
    }

    /** @param one the text of a field of which each text makes a fact */
    private Node.Mapping node(TableRow row, Cells cells, Map<Made, Outcome> outcomes, Map<String, String> one) {
        List<Node.Entry> entries = new ArrayList<>();
        outcomes.forEach((made, outcome) -> {
            if (!outcome.isAbsent()) {
                Place place = place(row, column(made.value(), cells));
                String single = one.get(made.key().text());
                entries.add(new Node.Entry(
                        made.key(),
                        single == null ? node(place, outcome.texts()) : new Node.Scalar(place, single, false)));
            }
        });
        return new Node.Mapping(place(row, 1), entries);
    }

    private static Node node(Place place, List<String> texts) {
        if (texts.size() == 1) {
            return new Node.Scalar(place, texts.get(0), false);
        }
        return new Node.Sequence(
                place,
                texts.stream()
                        .map(text -> (Node) new Node.Scalar(place, text, false))
                        .toList());
    }

    /** The number of the first cell that a value is made of. */
    private int column(Value value, Cells cells) {
        String first = value.firstColumn();
        return first == null ? 1 : cells.columns().getOrDefault(first, 0) + 1;
    }

    private Place place(TableRow row, int column) {
        return new Place(file, row.line(), column);
    }

    /** What was said of the mapping's own places stands in the row, too. */
    private void takeNoted(TableRow row, RowResult result) {
        for (Problem problem : noted) {
            Place place = problem.place();
            boolean here = place != null && place.file().equals(file);
            result.problems().add(here ? problem : new Problem(place(row, 1), problem.message() + " (" + place + ")"));
        }
        noted.clear();
    }
}
