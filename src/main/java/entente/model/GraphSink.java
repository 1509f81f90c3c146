package entente.model;

/**
 * Takes a graph piece by piece, so that nobody has to hold it whole. Each entity comes once, and before the
 * relationships that it stands at.
 */
public interface GraphSink {
    void entity(Entity entity);

    void relationship(Relationship relationship);
}
