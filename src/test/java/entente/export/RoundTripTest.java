package entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import entente.export.GraphReaders.Fact;
import entente.export.GraphReaders.Found;
import entente.export.Graphs.Whole;
import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whatever a graph's texts hold, a reader of each format finds each entity and each relationship as it was. */
class RoundTripTest {
    private static final List<String> OF_RELATIONSHIPS = List.of(
            "id",
            "type",
            "validFrom",
            "fromPrecision",
            "validTo",
            "toPrecision",
            "on",
            "onPrecision",
            "confidence",
            "basis",
            "sources",
            "dossier",
            "summary");
    private static final List<String> OF_ENTITIES = List.of(
            "id",
            "kind",
            "labels",
            "name",
            "aliases",
            "iso2",
            "summary",
            "population",
            "area",
            "signedOn",
            "signedOnPrecision");
    private static final List<String> IDS = List.of("a", "b-2", "osh-base");

    @Property(tries = 300)
    void inJson(@ForAll("graphs") Whole graph) {
        assertSurvives(graph, new JsonGraph(), GraphReaders::json, RoundTripTest::wellFormed);
        assertSurvives(graph, new JsonLinesGraph(), GraphReaders::jsonLines, RoundTripTest::wellFormed);
        assertSurvives(graph, new Jgf(), GraphReaders::jgf, RoundTripTest::wellFormed);
        assertSurvives(graph, new CytoscapeJson(), GraphReaders::cytoscape, RoundTripTest::wellFormed);
    }

    @Property(tries = 300)
    void inCsv(@ForAll("graphs") Whole graph) {
        CsvGraph format = new CsvGraph(CsvGraph.Rows.RELATIONSHIPS, false);
        assertKept(graph, GraphReaders.csv(Graphs.written(format, graph)), RoundTripTest::wellFormed);
    }

    @Property(tries = 300)
    void inXml(@ForAll("graphs") Whole graph) {
        assertSurvives(graph, new GraphMl(), GraphReaders::graphMl, RoundTripTest::asXml);
        assertSurvives(graph, new Gexf(), GraphReaders::gexf, RoundTripTest::asXml);
        assertThat(times(Graphs.written(new Gexf(), graph)))
                .isEqualTo(graph.relationships().stream()
                        .map(RoundTripTest::inclusive)
                        .toList());
    }

    /** When each edge of a GEXF file begins and ends. */
    private static List<String> times(String gexf) {
        try {
            NodeList edges = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(gexf)))
                    .getElementsByTagName("edge");
            return IntStream.range(0, edges.getLength())
                    .mapToObj(edge -> (Element) edges.item(edge))
                    .map(edge -> edge.getAttribute("start") + ".." + edge.getAttribute("end"))
                    .toList();
        } catch (IOException | ParserConfigurationException | SAXException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** The first and the last day on which a relationship holds: {@code validTo} is the day after. */
    private static String inclusive(Relationship relationship) {
        Object first = relationship.properties().get("validFrom");
        Object dayAfter = relationship.properties().get("validTo");
        return (first == null ? "" : first) + ".." + (dayAfter == null ? "" : ((LocalDate) dayAfter).minusDays(1));
    }

    private static void assertSurvives(
            Whole graph, GraphFormat format, Function<String, Found> reader, UnaryOperator<String> held) {
        Found read = reader.apply(Graphs.written(format, graph));

        assertKept(graph, read.relationships(), held);
        assertThat(read.entities().stream().map(says -> kept(OF_ENTITIES, says)))
                .containsExactlyInAnyOrderElementsOf(graph.entities().stream()
                        .map(entity -> expected(entity, held))
                        .toList());
    }

    private static void assertKept(Whole graph, List<Fact> read, UnaryOperator<String> held) {
        assertThat(read.stream().map(fact -> kept(fact.from(), fact.to(), fact.says())))
                .containsExactlyInAnyOrderElementsOf(graph.relationships().stream()
                        .map(relationship -> expected(relationship, held))
                        .toList());
    }

    private static Map<String, String> expected(Relationship relationship, UnaryOperator<String> held) {
        Map<String, String> says = said(relationship.properties(), held);
        says.put("type", relationship.type());
        return kept(relationship.from(), relationship.to(), says);
    }

    /** The kind is the last of the labels. */
    private static Map<String, String> expected(Entity entity, UnaryOperator<String> held) {
        Map<String, String> says = said(entity.properties(), held);
        says.put("labels", PlainJson.text(entity.labels()));
        says.put("kind", entity.labels().get(entity.labels().size() - 1));
        return kept(OF_ENTITIES, says);
    }

    private static Map<String, String> said(Map<String, @Nullable Object> properties, UnaryOperator<String> held) {
        Map<String, String> says = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (value != null) {
                // an item of a list is held as the list's JSON, and that as the format holds text
                says.put(name, held.apply(value instanceof List ? PlainJson.text(value) : value.toString()));
            }
        });
        return says;
    }

    private static Map<String, String> kept(String from, String to, Map<String, String> says) {
        Map<String, String> kept = kept(OF_RELATIONSHIPS, says);
        kept.put("from", from);
        kept.put("to", to);
        return kept;
    }

    private static Map<String, String> kept(List<String> names, Map<String, String> says) {
        return says.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String wellFormed(String text) {
        return text.replaceAll("\\p{Cs}", "\uFFFD");
    }

    private static String asXml(String text) {
        return wellFormed(text).replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]", "\uFFFD");
    }

    @Provide
    Arbitrary<Whole> graphs() {
        Arbitrary<List<Entity>> entities = Combinators.combine(
                        IDS.stream().map(RoundTripTest::entity).toList())
                .as(List::copyOf);
        return Combinators.combine(entities, relationships().list().ofMaxSize(6))
                .as((nodes, edges) -> new Whole(nodes, numbered(edges)));
    }

    private static Arbitrary<Entity> entity(String id) {
        return Combinators.combine(
                        Arbitraries.of(List.of("Entity", "Place"), List.of("Entity", "Actor", "State")),
                        texts(),
                        texts().list().ofMinSize(1).ofMaxSize(3).injectNull(0.3),
                        Arbitraries.of(List.of("KZ"), List.of("RU", "SU")).injectNull(0.3),
                        texts().injectNull(0.3),
                        Arbitraries.of(0L, 17_000_000L, Long.MAX_VALUE).injectNull(0.3),
                        Arbitraries.of(0.5, -1e12, Double.NaN).injectNull(0.3),
                        days())
                .as((labels, name, aliases, codes, summary, population, area, day) -> new Entity(
                        id,
                        labels,
                        properties(
                                "id",
                                id,
                                "name",
                                name,
                                "aliases",
                                aliases,
                                "iso2",
                                codes,
                                "summary",
                                summary,
                                "population",
                                population,
                                "area",
                                area,
                                "signedOn",
                                day,
                                "signedOnPrecision",
                                day == null ? null : "month")));
    }

    private static Arbitrary<@Nullable LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 80_000)
                .map(day -> LocalDate.of(1816, 1, 1).plusDays(day))
                .injectNull(0.2);
    }

    private static List<Relationship> numbered(List<Relationship> relationships) {
        List<Relationship> numbered = new ArrayList<>();
        relationships.forEach(one -> {
            String id = one.id() + numbered.size();
            Map<String, @Nullable Object> properties = new LinkedHashMap<>(one.properties());
            properties.put("id", id);
            numbered.add(new Relationship(id, one.type(), one.from(), one.to(), properties));
        });
        return numbered;
    }

    private static Arbitrary<Relationship> relationships() {
        Arbitrary<List<String>> sources =
                texts().map(locator -> "gazette#" + locator).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of("r", "osh/SUPPORTS/a/b-2@2009-07-01#"),
                        Arbitraries.of("SUPPORTS", "NEUTRAL_ON"),
                        Arbitraries.of(IDS).list().ofSize(2),
                        days().list().ofSize(3),
                        Arbitraries.of("high", "low").injectNull(0.3),
                        sources,
                        texts().injectNull(0.2))
                .as((id, type, ends, period, confidence, cited, summary) -> new Relationship(
                        id,
                        type,
                        ends.get(0),
                        ends.get(1),
                        properties(
                                "validFrom",
                                period.get(0),
                                "fromPrecision",
                                period.get(0) == null ? "unknown" : "day",
                                "validTo",
                                period.get(1),
                                "toPrecision",
                                period.get(1) == null ? "unknown" : "month",
                                "on",
                                period.get(2),
                                "onPrecision",
                                period.get(2) == null ? null : "day",
                                "confidence",
                                confidence,
                                "basis",
                                confidence == null ? "voted" : "stated",
                                "dossier",
                                "d",
                                "sources",
                                cited,
                                "summary",
                                summary)));
    }

    /** Not empty, which no fact's text is. */
    private static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        4, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(12)),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.of(
                                "]]></data></edge></graph>",
                                "\"},{\"id\":\"x",
                                "&amp;&#0;",
                                "=cmd|' /C calc'!A0",
                                "a; b",
                                " \t\r\n",
                                "\u0000\u001B\uD800\uDC00\uD800x\uFFFF",
                                "<script>alert(1)</script>")));
    }

    private static Map<String, @Nullable Object> properties(@Nullable Object... pairs) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        List<@Nullable Object> all = Arrays.asList(pairs);
        for (int i = 0; i < all.size(); i += 2) {
            properties.put(String.valueOf(all.get(i)), all.get(i + 1));
        }
        return properties;
    }
}
