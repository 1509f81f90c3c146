package entente.load.mapping;

import entente.load.document.Place;
import entente.load.table.TableLayout;
import org.jspecify.annotations.Nullable;

/**
 * A table that a mapping takes.
 *
 * @param name by which the mapping and its user call it
 * @param description what a row of it is, or null
 * @param key the column by which it is joined, or null
 * @param optional whether it may be left out, and then counts as empty
 */
public record MappingTable(
        Place place,
        String name,
        @Nullable String description,
        @Nullable String key,
        TableLayout layout,
        boolean optional) {}
