package entente.load.mapping;

import entente.graph.VocabularyFile;
import entente.load.Dossier;
import entente.load.Dossier.EntityFact;
import entente.load.DossierFile;
import entente.load.FactReader;
import entente.load.document.Documents;
import entente.load.document.MalformedDocumentException;
import entente.model.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The states of the base dossier by what tables call them: no graph is needed to tell what a column holds. */
final class KnownStates {
    private static final Pattern ABBREVIATED = Pattern.compile("(state|country|cow) ?abb");

    /** How columns of numbers are called, too, and others that hold none. */
    private static final Pattern EITHER = Pattern.compile("member$|^(state|country)$");

    /** How codes and names of states are called, beside what the states are to a row. */
    private static final Pattern CALLED = Pattern.compile("\\b(iso ?(a ?)?[23][cn]?|cca[23]|alpha ?[23]|cow|c?code"
            + "|country|state|nation|member|name|no|num|number)+(?![a-z])");

    private final Map<Code, Map<String, String>> ids = new HashMap<>();

    /** What a look-up goes by, and how columns of it are called; the first that fits is taken. */
    enum Code {
        iso3("iso ?(a ?)?3|cca3|alpha ?3"),
        iso2("iso ?(a ?)?2|cca2|alpha ?2|country code"),
        cow("cow|ccode|state.*no$|^(state|country) ?((no|num|number) ?[0-9]?|[0-9])$"),
        name("country|state|nation|member");

        private final Pattern words;

        Code(String words) {
            this.words = Pattern.compile(words);
        }

        /**
         * Tells whether a column holds abbreviations of Correlates of War: many look like those of ISO, of other
         * states.
         */
        static boolean isAbbreviated(DraftColumn column) {
            return column.isCalled(ABBREVIATED);
        }

        /** What the state of a column is to a row, such as an origin; empty where its name does not say. */
        static String role(DraftColumn column) {
            return column.calledBeside(CALLED);
        }

        boolean names(DraftColumn column) {
            boolean numbered = this == cow && !column.cells().isEmpty();
            return column.isCalled(words) || (numbered && column.isCalled(EITHER));
        }
    }

    private KnownStates() {}

    /** Reads the base dossier that comes with Entente. */
    static KnownStates bundled() {
        KnownStates states = new KnownStates();
        try {
            DossierFile file = DossierFile.bundled("states");
            Dossier dossier = new FactReader(VocabularyFile.bundled(), new ArrayList<>())
                    .dossier(Documents.read(file.name(), file.content()));
            Objects.requireNonNull(dossier).entities().forEach(states::add);
        } catch (MalformedDocumentException broken) {
            throw new IllegalStateException(broken);
        }
        return states;
    }

    private void add(EntityFact state) {
        Map<String, Object> properties = state.properties();
        for (Code code : Code.values()) {
            texts(properties.get(code.name())).forEach(text -> put(code, text, state.id()));
        }
        texts(properties.get("aliases")).forEach(alias -> put(Code.name, alias, state.id()));
    }

    /** Of a property that is one text, or several, or not there. */
    private static Stream<String> texts(@Nullable Object value) {
        Stream<?> texts = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return texts.map(String::valueOf);
    }

    private void put(Code code, String text, String id) {
        ids.computeIfAbsent(code, key -> new HashMap<>()).put(folded(code, text), id);
    }

    private static String folded(Code code, String text) {
        return code == Code.name ? Names.fold(text) : text;
    }

    /** The id of the state that a cell names; empty where none is known. */
    Optional<String> find(Code code, String cell) {
        return Optional.ofNullable(ids.getOrDefault(code, Map.of()).get(folded(code, cell)));
    }
}
