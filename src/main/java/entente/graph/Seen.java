package entente.graph;

/**
 * What a graph's reads have seen of its versions. Where two of these are equal, no read that ended between them met
 * another version, so what those reads found is of that one.
 *
 * @param version as {@link Graph#version()} has it; empty before the first read has ended
 * @param changes how often a read has met another version than the one before it
 */
public record Seen(String version, long changes) {
    static final Seen NOTHING = new Seen("", 0);

    Seen then(String met) {
        return met.equals(version) ? this : new Seen(met, changes + 1);
    }
}
