package entente.load.mapping;

import entente.graph.Graph;
import entente.load.Dossier;
import entente.load.InvalidInputException;
import entente.load.table.TableFile;
import entente.model.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** How the rows of tables become the facts of one dossier. */
public final class Mapping {
    private final Dossier head;
    private final Map<String, MappingTable> tables;
    private final List<Rule> entities;
    private final List<Rule> relationships;
    private final String checksum;
    private final Vocabulary vocabulary;

    Mapping(
            Dossier head,
            Map<String, MappingTable> tables,
            List<Rule> entities,
            List<Rule> relationships,
            String checksum,
            Vocabulary vocabulary) {
        this.head = head;
        this.tables = tables;
        this.entities = entities;
        this.relationships = relationships;
        this.checksum = checksum;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a mapping.
     *
     * @throws InvalidInputException with all that is wrong, if anything is
     */
    public static Mapping read(MappingFile file, Vocabulary vocabulary) {
        return new MappingReader(vocabulary).read(file);
    }

    /** The dossier that it fills: its id, what describes it and its sources, without facts. */
    public Dossier head() {
        return head;
    }

    /** The tables that it takes, by name, in the order of the file. */
    public Map<String, MappingTable> tables() {
        return tables;
    }

    /**
     * Puts it to work on tables.
     *
     * @param files by the name that the mapping gives the table; they are not closed
     * @param graph where entities are looked up
     * @param progress gets the number of bytes read so far of the table that is being read
     * @throws InvalidInputException if a table is missing, unknown, or lacks a column
     */
    public MappedTables over(Map<String, TableFile> files, Graph graph, LongConsumer progress) {
        return MappedTables.open(this, files, graph, progress);
    }

    /**
     * Says in plain words what it yields.
     *
     * @return a line each
     */
    public List<String> explained() {
        return new Explanation().of(this);
    }

    List<Rule> entities() {
        return entities;
    }

    List<Rule> relationships() {
        return relationships;
    }

    String checksum() {
        return checksum;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
