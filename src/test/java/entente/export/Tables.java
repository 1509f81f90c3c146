package entente.export;

import entente.model.Entity;
import entente.model.Relationship;
import entente.model.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables for the tests of formats. */
final class Tables {
    static final Entity OSH = new Entity("osh-base", List.of("Entity", "Base"), Map.of("name", "Osh base"));
    static final Relationship BACKING = new Relationship("r1", "SUPPORTS", "russia", "osh-base", Map.of());

    private Tables() {}

    static Table of(List<String> columns, @Nullable Object... row) {
        return new Table(columns, List.of(Arrays.asList(row)), false);
    }

    static String written(TableFormat format, Table table) {
        StringWriter out = new StringWriter();
        try {
            format.write(table, out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toString();
    }
}
