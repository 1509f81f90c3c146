package entente.load.mapping;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.FactReader;
import entente.load.Problem;
import entente.load.document.Node;
import entente.load.document.Place;
import entente.load.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies one rule to the rows of a table. */
final class RuleRun {
    private static final String FROM = "from";
    private static final String TO = "to";
    /** What an entity cannot do without. */
    private static final Set<String> OF_ENTITIES = Set.of("kind", "id");
    /** What a relationship cannot do without. */
    private static final Set<String> OF_RELATIONSHIPS = Set.of("type", FROM, TO);
    /** Where both ends are lists, each of the one is joined with each of the other. */
    private static final int MOST_RELATIONSHIPS = 10_000;

    private final Rule rule;
    private final String dossier;
    private final String file;
    private final FactReader reader;
    private final List<Problem> noted;
    private final List<RuleField> fields = new ArrayList<>();
    private final AlikeFacts alike = new AlikeFacts();

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
        rule.fields()
                .forEach((key, value) ->
                        fields.add(new RuleField(key, value, rule.table(), key.equals(FROM) || key.equals(TO))));
    }

    boolean takes(Cells cells) {
        return rule.where().takes(cells);
    }

    /** Adds the entities that the row says to a result, or what is wrong. */
    void entities(TableRow row, Cells cells, RowResult result) {
        List<Outcome> outcomes = outcomes(OF_ENTITIES, row, cells, result);
        if (!outcomes.isEmpty()) {
            EntityFact fact = reader.entity(node(row, cells, outcomes, "", ""));
            if (fact != null && noted.isEmpty()) {
                result.entities().add(fact);
            }
            takeNoted(row, cells, outcomes, result);
        }
    }

    /** Adds what entity the row would say, were it not for what is wrong with the row: its kind and id. */
    void outlines(TableRow row, Cells cells, RowResult result) {
        List<Node.Entry> entries = new ArrayList<>();
        for (RuleField field : fields) {
            List<String> texts =
                    OF_ENTITIES.contains(field.key().text()) ? field.in(cells).texts() : List.of();
            if (texts.size() == 1) {
                entries.add(new Node.Entry(field.key(), node(field.place(file, row, cells), texts)));
            }
        }
        EntityFact fact = reader.entity(new Node.Mapping(new Place(file, row.line(), 1), entries));
        if (fact != null) {
            result.entities().add(fact);
        }
        noted.clear(); // what is wrong with the row is known
    }

    /** Adds the entities that fields of a relationship need and the graph lacks. */
    void created(TableRow row, Cells cells, RowResult result) {
        for (Value field : rule.creating()) {
            field.chosen(cells)
                    .filter(Rule::creates)
                    .filter(value -> new LookedUp((Source.Lookup) value.source(), value.steps()).isMissingIn(cells))
                    .forEach(value -> new RuleRun(Rule.created(value), dossier, file, reader, noted)
                            .entities(row, cells, result));
        }
    }

    /** Adds the relationships that the row says to a result, or what is wrong. */
    void relationships(TableRow row, Cells cells, RowResult result) {
        List<Outcome> outcomes = outcomes(OF_RELATIONSHIPS, row, cells, result);
        if (outcomes.isEmpty() || yieldsNone(outcomes)) {
            return;
        }
        List<String> starts = texts(outcomes, FROM);
        List<String> ends = texts(outcomes, TO);
        if ((long) starts.size() * ends.size() > MOST_RELATIONSHIPS) {
            result.faults()
                    .add(new Problem(
                            new Place(file, row.line(), 1),
                            "the row joins each of " + starts.size() + " with each of " + ends.size()
                                    + ", and at most " + MOST_RELATIONSHIPS
                                    + " relationships are made of a row; split one end only"));
            return;
        }
        for (String start : starts) {
            for (String end : ends) {
                relationship(row, cells, outcomes, start, end, result);
            }
        }
    }

    private void relationship(
            TableRow row, Cells cells, List<Outcome> outcomes, String start, String end, RowResult result) {
        List<Outcome> others = others(outcomes);
        RelationshipFact fact = alike.like(
                others,
                new Place(file, row.line(), 1),
                reference(FROM, start, row, cells),
                reference(TO, end, row, cells));
        if (fact == null) {
            fact = reader.relationship(node(row, cells, outcomes, start, end), dossier);
            if (fact != null && noted.isEmpty()) {
                alike.keep(others, fact);
            }
        }
        if (fact != null && noted.isEmpty()) {
            result.relationships().add(fact);
        }
        takeNoted(row, cells, outcomes, result);
    }

    private List<Outcome> others(List<Outcome> outcomes) {
        List<Outcome> others = new ArrayList<>(outcomes.size());
        for (int index = 0; index < fields.size(); index++) {
            if (!fields.get(index).isEnd()) {
                others.add(outcomes.get(index));
            }
        }
        return others;
    }

    private Reference reference(String end, String id, TableRow row, Cells cells) {
        for (RuleField field : fields) {
            if (field.key().text().equals(end)) {
                return new Reference(field.place(file, row, cells), id);
            }
        }
        return new Reference(new Place(file, row.line(), 1), id);
    }

    /** A list without items yields no relationship, and is no error. */
    private boolean yieldsNone(List<Outcome> outcomes) {
        for (int index = 0; index < fields.size(); index++) {
            if (fields.get(index).isEnd()
                    && outcomes.get(index).isAbsent()
                    && fields.get(index).isList()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What each field comes to; none where something is wrong with one, or the row is to be skipped.
     *
     * @param needed the fields that must come to something; a list without items yields nothing, and is no error
     */
    private List<Outcome> outcomes(Set<String> needed, TableRow row, Cells cells, RowResult result) {
        List<Outcome> outcomes = new ArrayList<>(fields.size());
        boolean usable = true;
        for (RuleField field : fields) {
            Outcome outcome = field.in(cells);
            outcomes.add(outcome);
            if (!outcome.isUsable()) {
                usable = false;
                refuse(outcome, field.place(outcome, file, row, cells), result);
            } else if (outcome.isAbsent()
                    && !field.isList()
                    && needed.contains(field.key().text())) {
                usable = false;
                result.faults().add(new Problem(field.place(file, row, cells), field.missing()));
            }
        }
        return usable ? outcomes : List.of();
    }

    private static void refuse(Outcome outcome, Place place, RowResult result) {
        String fault = outcome.fault();
        if (fault != null) {
            result.faults().add(new Problem(place, fault));
        } else {
            result.skips().add(new Problem(place, String.valueOf(outcome.skips())));
        }
    }

    /** The ids of an end; one that is absent is left to the reader to find. */
    private List<String> texts(List<Outcome> outcomes, String end) {
        for (int index = 0; index < fields.size(); index++) {
            if (fields.get(index).key().text().equals(end)
                    && !outcomes.get(index).isAbsent()) {
                return outcomes.get(index).texts();
            }
        }
        return List.of("");
    }

    private Node.Mapping node(TableRow row, Cells cells, List<Outcome> outcomes, String start, String end) {
        List<Node.Entry> entries = new ArrayList<>(fields.size());
        for (int index = 0; index < fields.size(); index++) {
            RuleField field = fields.get(index);
            List<String> texts = outcomes.get(index).texts();
            if (!texts.isEmpty()) {
                Place place = field.place(file, row, cells);
                entries.add(new Node.Entry(
                        field.key(),
                        field.isEnd()
                                ? new Node.Scalar(place, field.key().text().equals(FROM) ? start : end, false)
                                : node(place, texts)));
            }
        }
        return new Node.Mapping(new Place(file, row.line(), 1), entries);
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

    /** What was said of the mapping's own places stands in the row, too. */
    private void takeNoted(TableRow row, Cells cells, List<Outcome> outcomes, RowResult result) {
        if (noted.isEmpty()) {
            return;
        }
        for (Problem raw : noted) {
            Problem problem = withJoin(raw, cells, outcomes);
            Place place = problem.place();
            boolean here = place != null && place.file().equals(file);
            result.faults()
                    .add(
                            here
                                    ? problem
                                    : new Problem(
                                            new Place(file, row.line(), 1), problem.message() + " (" + place + ")"));
        }
        noted.clear();
    }

    /** Where one text is wanted and several rows that are joined give several, it says so. */
    private Problem withJoin(Problem problem, Cells cells, List<Outcome> outcomes) {
        for (int index = 0; index < outcomes.size(); index++) {
            RuleField field = fields.get(index);
            boolean isContradicted = outcomes.get(index).ofSeveral()
                    && problem.message()
                            .equals(FactReader.mustBeOneText(field.key().text()));
            if (isContradicted) {
                return new Problem(problem.place(), problem.message() + "; " + field.contradicted(cells));
            }
        }
        return problem;
    }
}
