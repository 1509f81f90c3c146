package entente.load.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rule of a drafted mapping, as lines of YAML. */
final class DraftRule {
    private final List<String> remarks = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    /** @param remark what to look at */
    DraftRule(String remark) {
        remarks.add(remark);
    }

    DraftRule remark(Optional<String> remark) {
        remark.ifPresent(remarks::add);
        return this;
    }

    DraftRule with(String key, String value) {
        fields.add(key + ": " + value);
        return this;
    }

    DraftRule with(String key, Optional<String> value) {
        value.ifPresent(text -> with(key, text));
        return this;
    }

    DraftRule with(Optional<String> key, Optional<String> value) {
        key.ifPresent(name -> with(name, value));
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        remarks.forEach(remark -> text.append("  # ").append(remark).append('\n'));
        for (String field : fields) {
            text.append(field.equals(fields.get(0)) ? "  - " : "    ")
                    .append(field)
                    .append('\n');
        }
        return text.toString();
    }
}
