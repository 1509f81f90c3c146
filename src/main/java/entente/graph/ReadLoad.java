package entente.graph;

/**
 * What a graph's reads take at a moment. Each read that is under way has a connection of its own.
 *
 * @param underWay how many have a place
 * @param waiting about how many wait for one
 * @param most how many places there are
 */
public record ReadLoad(int underWay, int waiting, int most) {}
