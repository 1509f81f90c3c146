package entente.load;

import entente.load.document.Place;
import entente.model.EntityKind;
import entente.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The facts that one file asserts. Properties are as the graph keeps them: texts, lists of texts, numbers and
 * {@link java.time.LocalDate}s.
 *
 * @param id unique among dossiers
 * @param place where the file names it
 * @param base whether it describes what others build on; what it says of an entity is shown before what others say
 * @param properties its title and what else describes it
 * @param refers entities of other dossiers that its facts use
 */
public record Dossier(
        String id,
        Place place,
        boolean base,
        Map<String, Object> properties,
        List<SourceFact> sources,
        List<Reference> refers,
        List<EntityFact> entities,
        List<RelationshipFact> relationships) {

    /** The same without its facts. */
    Dossier head() {
        return new Dossier(id, place, base, properties, sources, refers, List.of(), List.of());
    }

    /** Where facts come from. */
    public record SourceFact(Place place, String id, Map<String, Object> properties) {}

    /** An entity's id where a file uses it. */
    public record Reference(Place place, String id) {}

    /** What the dossier says of an entity; the properties hold the id. */
    public record EntityFact(Place place, String id, EntityKind kind, Map<String, Object> properties) {}

    /**
     * A relationship.
     *
     * @param place where it begins
     * @param id unique among those of its type
     * @param others further entities that its properties name
     * @param citations the sources that it names, with or without a locator
     * @param properties all of them but the id, the dossier and the sources
     */
    public record RelationshipFact(
            Place place,
            String id,
            RelationshipType type,
            Reference from,
            Reference to,
            List<Reference> others,
            List<Reference> citations,
            Map<String, Object> properties) {

        /** Tells whether the file gives the id; one that is derived begins with the dossier's id and a slash. */
        public boolean hasGivenId() {
            return isGiven(id);
        }

        /**
         * The same, said of other ends by another row of a table; both share what they say.
         *
         * @param row where that row begins, in which the columns are those of this one
         */
        public RelationshipFact between(Place row, Reference start, Reference end) {
            boolean turned = type.symmetric() && start.id().compareTo(end.id()) > 0;
            Reference first = turned ? end : start;
            Reference last = turned ? start : end;
            int ends = id.indexOf('/', id.indexOf('/') + 1) + 1;
            int rest = ends + from.id().length() + 1 + to.id().length();
            return new RelationshipFact(
                    row,
                    id.substring(0, ends) + first.id() + "/" + last.id() + id.substring(rest),
                    type,
                    first,
                    last,
                    inRow(row, others),
                    inRow(row, citations),
                    properties);
        }

        private static List<Reference> inRow(Place row, List<Reference> references) {
            if (references.isEmpty()) {
                return references;
            }
            List<Reference> moved = new ArrayList<>(references.size());
            for (Reference reference : references) {
                moved.add(new Reference(
                        new Place(row.file(), row.line(), reference.place().column()), reference.id()));
            }
            return moved;
        }

        static boolean isGiven(String id) {
            return id.indexOf('/') < 0;
        }
    }
}
