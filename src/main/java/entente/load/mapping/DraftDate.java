package entente.load.mapping;

import entente.model.DayText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column that holds dates.
 *
 * @param dates its cells that are dates, without those that stand for none
 * @param value what makes a date of it
 */
record DraftDate(DraftColumn column, DraftColumn dates, Form form, String value) {
    private static final Pattern BEGIN =
            Pattern.compile("begin|\\bst|since|from|found|join|establish|\\best\\b|creat|formed|formation|opened"
                    + "|entr|accession|signed|signature|ratif|incorporat|incept|launch|built");
    private static final Pattern END = Pattern.compile(
            "\\bend|end\\b|until|exit|to date|\\bleft\\b|leave|dissol|closed|abol|terminat|withdr|expir|ceas");
    private static final Pattern TIME = Pattern.compile("date|day|month|year|\\byr|yr[0-9]?$|time");
    private static final Pattern BEGUN_ITSELF =
            Pattern.compile("found|establish|\\best\\b|creat|formed|formation|incorporat|incept");
    private static final Pattern YEAR_ALONE = Pattern.compile("^(year|yr)$");

    /** A pattern of digits alone, as other numbers have. */
    private static final Pattern NUMBER = Pattern.compile("[YMD]+");

    /** What stands for a date that is not there; the last ones for a time that has not ended. */
    private static final Set<String> NONE = Set.of(
            "na", "n/a", "null", "none", "-", ".", "unknown", "0", "-9", "present", "ongoing", "current", "9999");

    /** How dates are written in a column. */
    private enum Form {
        day("[0-9]{4}-<MM>-<DD>", "YYYY-MM-DD"),
        european("<DD>/<MM>/[0-9]{4}", "DD/MM/YYYY"),
        american("<MM>/<DD>/[0-9]{4}", "MM/DD/YYYY"),
        dotted("<DD>\\.<MM>\\.[0-9]{4}", "DD.MM.YYYY"),
        compact("[12][0-9]{3}<MM><DD>", "YYYYMMDD"),
        month("[12][0-9]{3}<MM>", "YYYYMM"),
        year("1[5-9][0-9]{2}|20[0-9]{2}", "YYYY"),
        shortEuropean("<D>/<M>/[0-9]{4}", "D/M/YYYY"),
        shortAmerican("<M>/<D>/[0-9]{4}", "M/D/YYYY"),
        shortDotted("<D>\\.<M>\\.[0-9]{4}", "D.M.YYYY"),
        stamp("[0-9]{4}-<MM>-<DD>[T ][0-9].*", "YYYY-MM-DD*"),
        dayInWords("<D> <MON> [0-9]{4}", "D MON YYYY"),
        dayInDashedWords("<D>-<MON>-[0-9]{4}", "D-MON-YYYY"),
        monthInWords("<MON> [0-9]{4}", "MON YYYY"),
        monthInDashedWords("<MON>-[0-9]{4}", "MON-YYYY");

        private final Pattern form;
        private final String pattern;

        Form(String form, String pattern) {
            this.form = Pattern.compile(
                    form.replace("<MM>", "(0[1-9]|1[0-2])")
                            .replace("<DD>", "(0[1-9]|[12][0-9]|3[01])")
                            .replace("<M>", "(0?[1-9]|1[0-2])")
                            .replace("<D>", "(0?[1-9]|[12][0-9]|3[01])")
                            .replace("<MON>", "(" + DayText.MONTH_NAMES + ")\\.?"),
                    Pattern.CASE_INSENSITIVE);
            this.pattern = pattern;
        }
    }

    /** The dates among the columns, in their order. */
    static List<DraftDate> in(List<DraftColumn> columns) {
        return columns.stream().flatMap(column -> of(column, columns).stream()).toList();
    }

    /** Numbers are dates only where the column's name says so. */
    private static Optional<DraftDate> of(DraftColumn column, List<DraftColumn> columns) {
        boolean called = Stream.of(BEGIN, END, TIME).anyMatch(column::isCalled);
        List<String> none = none(column).toList();
        DraftColumn dates = new DraftColumn(
                column.name(),
                column.filled().stream().filter(cell -> !none.contains(cell)).toList());
        return Stream.of(Form.values())
                .filter(form -> dates.all(form.form)
                        && (called || !NUMBER.matcher(form.pattern).matches()))
                .findFirst()
                .map(form -> new DraftDate(column, dates, form, value(column, form, none, columns)));
    }

    private static Stream<String> none(DraftColumn column) {
        return column.filled().stream()
                .filter(cell -> NONE.contains(cell.toLowerCase(Locale.ROOT)))
                .distinct();
    }

    private static String value(DraftColumn column, Form form, List<String> none, List<DraftColumn> columns) {
        Optional<DraftColumn> month = form == Form.year ? part(column, "month", columns) : Optional.empty();
        if (month.isPresent()) {
            Optional<DraftColumn> day = part(column, "day", columns);
            Stream<String> beside = Stream.concat(month.stream(), day.stream()).flatMap(DraftDate::none);
            Stream<String> unknown =
                    Stream.of(Stream.of("0", "-9"), none.stream(), beside).flatMap(texts -> texts);
            return "{year: " + column.template() + ", month: " + month.get().template()
                    + day.map(given -> ", day: " + given.template()).orElse("")
                    + ", unknown: " + listed(unknown.distinct()) + "}";
        }
        String absent = none.isEmpty() ? "" : ", absent: " + listed(none.stream());
        return "{value: " + column.template() + ", date: " + form.pattern + absent + "}";
    }

    private static String listed(Stream<String> texts) {
        return texts.map(DraftColumn::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code styear} has {@code stmonth} and {@code stday} beside it. */
    private static Optional<DraftColumn> part(DraftColumn year, String part, List<DraftColumn> columns) {
        String name = year.name().toLowerCase(Locale.ROOT).replaceFirst("year", part);
        return columns.stream()
                .filter(column -> !column.equals(year)
                        && column.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean isEnd() {
        return column.isCalled(END);
    }

    /** What to look at where several rows end last, as they do where the data ends. */
    Optional<String> endRemark() {
        List<String> ends = dates.filled();
        DatePattern pattern = DatePattern.of(form.pattern).orElseThrow();
        Optional<String> last = ends.stream().max(Comparator.comparing(pattern::read));
        return last.filter(text -> ends.stream().filter(text::equals).count() > 1)
                .map(text -> "Is " + DraftColumn.shown(text)
                        + " an end, or the last that the data knows? Then add open: with that date to until.");
    }

    /** What to look at where each date may begin with its day or with its month. */
    Optional<String> orderRemark() {
        boolean either = (form == Form.european && dates.all(Form.american.form))
                || (form == Form.shortEuropean && dates.all(Form.shortAmerican.form));
        return either
                ? dates.filled().stream()
                        .findFirst()
                        .map(text -> "Does " + text + " in " + DraftColumn.shown(column.name())
                                + " begin with its day? If with its month, its date is "
                                + (form == Form.european ? Form.american : Form.shortAmerican).pattern + ".")
                : Optional.empty();
    }

    boolean isBegin() {
        return !isEnd() && column.isCalled(BEGIN);
    }

    /** Tells whether it is when a thing came to be, and not only when somebody joined it. */
    boolean isOfAThing() {
        return column.isCalled(BEGUN_ITSELF);
    }

    /** Tells whether it is the year that a row is about, and not one in which something begins. */
    boolean isYearOfARow() {
        return column.isCalled(YEAR_ALONE);
    }
}
