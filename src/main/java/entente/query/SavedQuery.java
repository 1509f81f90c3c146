package entente.query;

import java.util.List;
import java.util.Map;

/**
 * A question that was written down as Cypher.
 *
 * @param name the file's name without its ending; unique in the catalogue
 * @param topic the name of the file's directory
 * @param title a few words for a list
 * @param description a sentence or two
 * @param ask patterns of questions in plain words that it answers
 * @param parameters by the header's order
 * @param columns what each column means, by name, in the header's order
 * @param cypher the whole file, header included, as any Cypher tool takes it
 * @param statement what the database is sent: the Cypher alone, each line of it where it is in the file
 * @param ofItsMoment whether the same graph may give it another answer at another moment
 */
public record SavedQuery(
        String name,
        String topic,
        String title,
        String description,
        List<String> ask,
        List<Parameter> parameters,
        Map<String, String> columns,
        String cypher,
        String statement,
        boolean ofItsMoment) {}
