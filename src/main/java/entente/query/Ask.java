package entente.query;

import entente.graph.EntityNames;
import entente.model.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the saved query that answers a question in plain words, by the queries' {@code ask} patterns. */
public final class Ask {
    private static final int LONGEST = 300;
    private static final int SHOWN_CANDIDATES = 5;
    private static final int SHOWN_EXAMPLES = 3;
    /** Beyond so many equally good ways to understand a question, only the first are looked up in the graph. */
    private static final int WEIGHED = 8;

    /** They say what another question is about. */
    static final Set<String> PRONOUNS = Set.of(
            "he", "her", "him", "it", "one", "she", "that", "their", "them", "there", "these", "they", "this", "those");

    private final Catalogue catalogue;
    private final List<Way> ways;
    private final List<SavedQuery> queries;
    private final NearestQueries nearest;
    private final EntityArguments entities;

    /** A pattern and the query that it asks for. */
    private record Way(SavedQuery query, AskPattern pattern) {}

    /** How a question fits a pattern. */
    private record Reading(Way way, Fit fit) {
        /** What the question says for the parameters of a type. */
        Stream<String> values(ParameterType type) {
            return parameters(type).map(this::value);
        }

        /** Those of a type for which the question says something. */
        Stream<Parameter> parameters(ParameterType type) {
            return way.query().parameters().stream()
                    .filter(parameter -> parameter.type() == type)
                    .filter(parameter -> fit.arguments().containsKey(parameter.name()));
        }

        String value(Parameter parameter) {
            return String.valueOf(fit.arguments().get(parameter.name()));
        }
    }

    public Ask(Catalogue catalogue, EntityNames names) {
        this.catalogue = catalogue;
        this.queries = catalogue.queries();
        this.ways = queries.stream()
                .sorted(Comparator.comparing(SavedQuery::name))
                .flatMap(query -> query.ask().stream()
                        .map(pattern -> new Way(query, AskPattern.parse(pattern, query.parameters()))))
                .toList();
        this.nearest = new NearestQueries(queries);
        this.entities = new EntityArguments(names);
    }

    /**
     * Finds the query and the values for its parameters that a question names.
     *
     * @throws QueryException with the nearest queries where none fits
     * @throws InvalidQueryException if the query that fits had yet to be judged and is broken
     */
    public Understood understand(String question) {
        if (question.length() > LONGEST) {
            throw new QueryException(
                    QueryException.Reason.BAD_PARAMETER,
                    "q",
                    "a question has at most " + LONGEST + " characters",
                    List.of());
        }
        Question asked = Question.of(question).withDayLast();
        List<Reading> all = readings(asked);
        if (!asked.text().equals(question)) {
            // As in "Who backs Russia Today?", the day may be of a name.
            all = Stream.concat(all.stream(), readings(Question.of(question)).stream())
                    .toList();
        }
        List<Reading> others = readings(asked.inAnyForm());
        if (all.isEmpty()) {
            all = others;
        }
        if (all.isEmpty()) {
            throw notUnderstood(question);
        }
        Reading likeliest = likeliest(all);
        if (literals(others) > likeliest.fit().literals() && !namesKnownEntities(likeliest)) {
            all = others;
            likeliest = likeliest(all);
        }
        Reading reading = takesADay(likeliest) ? unlessOfAName(likeliest, all) : likeliest;
        refusePronouns(reading);
        return new Understood(
                question,
                catalogue.query(reading.way().query().name()),
                reading.way().pattern().text(),
                reading.fit().arguments());
    }

    private Reading likeliest(List<Reading> all) {
        List<Reading> best = best(all);
        return best.size() == 1
                ? best.get(0)
                : best.stream().filter(this::namesKnownEntities).findFirst().orElse(best.get(0));
    }

    /** What such a word means stands in another question. Some are codes of states, too. */
    private void refusePronouns(Reading reading) {
        Stream.concat(reading.values(ParameterType.ENTITY), reading.values(ParameterType.STRING))
                .filter(value -> PRONOUNS.contains(Names.fold(value)) && !entities.isName(value))
                .findFirst()
                .ifPresent(value -> {
                    throw new QueryException(
                            QueryException.Reason.NOT_UNDERSTOOD,
                            null,
                            "each question is read by itself: say what \"" + value + "\" is, as in \""
                                    + reading.way().pattern().example() + "\"",
                            List.of());
                });
    }

    private List<Reading> readings(Question question) {
        return ways.stream()
                .flatMap(way -> way.pattern().fits(question).stream().map(fit -> new Reading(way, fit)))
                .toList();
    }

    /** Those with the most literal words, by the name of their query; of one query and the same values only one. */
    private static List<Reading> best(List<Reading> all) {
        int most = literals(all);
        List<Reading> best = new ArrayList<>();
        all.stream()
                .filter(reading -> reading.fit().literals() == most)
                .filter(reading -> best.stream().noneMatch(known -> isSame(known, reading)))
                .limit(WEIGHED)
                .forEach(best::add);
        return best;
    }

    /** How many literal words the best of them has. */
    private static int literals(List<Reading> all) {
        return all.stream().mapToInt(reading -> reading.fit().literals()).max().orElse(0);
    }

    private static boolean isSame(Reading one, Reading other) {
        return one.way().query().equals(other.way().query())
                && one.fit().arguments().equals(other.fit().arguments());
    }

    private boolean namesKnownEntities(Reading reading) {
        return reading.parameters(ParameterType.ENTITY)
                .allMatch(parameter -> entities.isKnown(reading.value(parameter), parameter.kinds()));
    }

    private static boolean takesADay(Reading reading) {
        return reading.values(ParameterType.DATE).findAny().isPresent();
    }

    /** The day may be of a name, as in "Meeting on 7 July 2009": then the question is about what bears the name. */
    private Reading unlessOfAName(Reading withDay, List<Reading> all) {
        List<String> days = withDay.values(ParameterType.DATE).toList();
        return all.stream()
                .filter(reading -> reading.way().query().equals(withDay.way().query()))
                .filter(reading -> !takesADay(reading))
                .limit(WEIGHED)
                .filter(reading -> reading.values(ParameterType.ENTITY)
                        .filter(name -> days.stream().anyMatch(day -> endsWith(name, day)))
                        .anyMatch(entities::isName))
                .findFirst()
                .orElse(withDay);
    }

    private static boolean endsWith(String name, String day) {
        return name.toLowerCase(Locale.ROOT).endsWith(day.toLowerCase(Locale.ROOT));
    }

    private QueryException notUnderstood(String question) {
        List<SavedQuery> near = nearest.to(question, SHOWN_CANDIDATES);
        String examples = examples(near.isEmpty() ? queries : near);
        return new QueryException(
                QueryException.Reason.NOT_UNDERSTOOD,
                null,
                "no saved query answers this" + (examples.isEmpty() ? "" : "; try " + examples),
                near.stream().map(QueryException.Candidate::of).toList());
    }

    private String examples(List<SavedQuery> near) {
        return near.stream()
                .flatMap(query ->
                        ways.stream().filter(way -> way.query().equals(query)).limit(1))
                .limit(SHOWN_EXAMPLES)
                .map(way -> "\"" + way.pattern().example() + "\"")
                .collect(Collectors.joining(", "));
    }
}
