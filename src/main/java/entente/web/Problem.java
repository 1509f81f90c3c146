package entente.web;

import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, as RFC 9457 writes it down.
 *
 * @param status that of the code, or another that HTTP has for what is wrong with a request
 * @param detail what to do about it, in a sentence for people
 * @param extras what else is known: {@code parameter}, {@code value}, {@code line}, {@code column}, {@code candidates}
 */
record Problem(HttpStatus status, ProblemCode code, String detail, Map<String, Object> extras) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** Something that may have been meant. */
    record Candidate(String id, String name) {}

    Problem(ProblemCode code, String detail) {
        this(code.status(), code, detail, Map.of());
    }

    static Problem badParameter(String parameter, String detail) {
        return new Problem(ProblemCode.BAD_PARAMETER, detail).with("parameter", parameter);
    }

    /** This problem with a status that says more than its code. */
    Problem under(HttpStatus other) {
        return new Problem(other, code, detail, extras);
    }

    /** This problem with one more thing known, or this one where the value is null. */
    Problem with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(name, value);
        return new Problem(status, code, detail, more);
    }

    /** This problem with what may have been meant, or this one where nothing is near. */
    Problem withCandidates(List<Candidate> candidates) {
        List<Map<String, String>> shown = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("id", candidate.id());
            one.put("name", candidate.name());
            shown.add(one);
        }
        return shown.isEmpty() ? this : with("candidates", shown);
    }

    /**
     * The members of the problem, in order.
     *
     * @param instance the path that was asked for, as it came
     */
    Map<String, Object> members(String instance) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", status.getMessage());
        members.put("status", status.getCode());
        members.put("code", code.toString());
        members.put("detail", detail);
        members.put("instance", instance);
        members.putAll(extras);
        return members;
    }
}
