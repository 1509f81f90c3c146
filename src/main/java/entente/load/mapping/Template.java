package entente.load.mapping;

import entente.load.document.Place;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with columns in it: {@code unga-{rcid}}. Without columns it is a constant.
 *
 * @param text as the mapping has it
 * @param pieces in their order
 */
record Template(Place place, String text, List<Piece> pieces) {
    /** A part of it. */
    sealed interface Piece {}

    /** Text that stands as it is. */
    record Literal(String text) implements Piece {}

    /** The cell of a column. */
    record Column(String name) implements Piece {}

    boolean isConstant() {
        return pieces.stream().allMatch(Literal.class::isInstance);
    }

    /** The constant's text. */
    String constant() {
        StringBuilder constant = new StringBuilder();
        pieces.forEach(piece -> constant.append(((Literal) piece).text()));
        return constant.toString();
    }

    List<String> columns() {
        return pieces.stream()
                .filter(Column.class::isInstance)
                .map(piece -> ((Column) piece).name())
                .toList();
    }

    /**
     * The text in a row.
     *
     * @param absent cells that mean nothing, beside empty ones
     * @return null where a cell means nothing
     */
    @Nullable
    String in(Cells row, Set<String> absent) {
        if (pieces.size() == 1) {
            return piece(pieces.get(0), row, absent);
        }
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            String part = piece(piece, row, absent);
            if (part == null) {
                return null;
            }
            text.append(piece instanceof Column ? part.strip() : part);
        }
        return text.toString();
    }

    private static @Nullable String piece(Piece piece, Cells row, Set<String> absent) {
        if (piece instanceof Literal literal) {
            return literal.text();
        }
        String cell = row.cell(((Column) piece).name());
        return cell.isBlank() || (!absent.isEmpty() && absent.contains(cell.strip())) ? null : cell;
    }
}
