package entente.load.mapping;

import entente.model.Names;
import entente.model.Slug;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a text on its way from a cell to a fact, in this order.
 *
 * @param split what stands between the items of a list, or null
 * @param trim whether spaces around an item are dropped
 * @param absent texts that mean nothing
 * @param values what the words mean, or null
 * @param open texts that mean an open end, as they are written or as the date that they make
 * @param dates the patterns of a date, of which the first that fits counts; empty where it is none
 * @param number how it is written as a number, or null where it is none
 * @param exclusive whether the date is the first on which something no longer holds
 * @param slug whether it becomes an id
 */
record Steps(
        @Nullable String split,
        boolean trim,
        Set<String> absent,
        @Nullable ValueTable values,
        Set<String> open,
        List<DatePattern> dates,
        @Nullable NumberPattern number,
        boolean exclusive,
        boolean slug) {

    static final Steps NONE = new Steps(null, true, Set.of(), null, Set.of(), List.of(), null, false, false);

    /** What becomes of a text. */
    Outcome of(String text) {
        return split == null ? item(text) : items(text, split);
    }

    private Outcome items(String text, String between) {
        List<String> items = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(between, start);
            Outcome item = item(text.substring(start, end < 0 ? text.length() : end));
            if (!item.isUsable()) {
                return item;
            }
            items.addAll(item.texts());
            start = end < 0 ? text.length() + 1 : end + between.length();
        }
        return Outcome.of(items);
    }

    private Outcome item(String raw) {
        String text = trim ? raw.strip() : raw;
        if (text.isBlank() || absent.contains(text) || open.contains(text)) {
            return Outcome.ABSENT;
        }
        Outcome meant = values == null ? Outcome.of(text) : values.of(text);
        return meant.texts().isEmpty() ? meant : made(meant.texts().get(0), meant);
    }

    private Outcome made(String text, Outcome asItIs) {
        if (number != null) {
            return number.read(text);
        }
        if (dates.isEmpty() && !exclusive) {
            return !slug ? asItIs : id(text);
        }
        try {
            String day = dates.isEmpty() ? text : DatePattern.readBy(dates, text);
            return open.contains(day) ? Outcome.ABSENT : Outcome.of(exclusive ? DatePattern.before(day) : day);
        } catch (DateTimeException none) {
            return Outcome.fault(String.valueOf(none.getMessage()));
        }
    }

    private static Outcome id(String text) {
        String id = Names.plainLatin(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return Slug.isSlug(id) ? Outcome.of(id) : Outcome.fault("\"" + text + "\" cannot be made into an id");
    }
}
