package entente.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import entente.graph.Notification;
import entente.model.Names;
import entente.model.Sha256;
import entente.query.StatementParameters;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that a client wrote itself, as the Query API of Neo4j takes it: {@code {statement, parameters}}, and the
 * access mode where it is to read.
 *
 * @param hash of the body as it was sent
 */
record CypherRequest(String statement, Map<String, @Nullable Object> parameters, String hash) {
    private static final String STATEMENT = "statement";
    private static final String PARAMETERS = "parameters";
    private static final String ACCESS_MODE = "accessMode";
    private static final List<String> MEMBERS = List.of(STATEMENT, PARAMETERS, ACCESS_MODE);

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** As a literal that no function makes something else of. */
    private static final Pattern WRITTEN_DAY = Pattern.compile("(?<!\\(\\s{0,9})(['\"])(" + DAY + ")\\1");

    private static final int MOST_REMARKS = 10;

    /** Bytes of a body that is too long which are read nevertheless. */
    private static final int MOST_FORGOTTEN = 16 * HttpSettings.BODY_BYTES;

    /** Bytes that are taken at once: most statements are no longer. */
    private static final int PIECE = 8 * 1_024;

    /** How long a thread waits for what did not come with the request; a slow line sends a short statement before. */
    private static final Duration SENDING = Duration.ofSeconds(10);

    /** After this no more of them are waited for, as long as they come. */
    private static final Duration FORGETTING = Duration.ofSeconds(2);

    /** What the Query API calls JSON whose values are typed, with or without a version behind. */
    private static final String TYPED = "application/vnd\\.neo4j\\.query(\\.v1\\.\\d+)?";

    /**
     * Reads the body.
     *
     * @throws ProblemException if it is no JSON, too large, or not of these members
     * @throws entente.query.QueryException naming the parameter whose value is none
     */
    static CypherRequest of(Context context) {
        refuseOtherTypes(context.contentType());
        refusePacked(context.header("Content-Encoding"));
        byte[] bytes = body(context);
        JsonNode body = parsed(bytes);
        if (!body.isObject()) {
            throw malformed("The body must be an object: {\"statement\": \"MATCH …\", \"parameters\": {…}}.");
        }
        body.fieldNames().forEachRemaining(CypherRequest::refuseUnknown);
        JsonNode statement = body.path(STATEMENT);
        JsonNode parameters = body.path(PARAMETERS);
        refuseOtherModes(body.path(ACCESS_MODE));
        if (!statement.isTextual()) {
            throw bad(STATEMENT, "statement must be a text: the Cypher to run.");
        }
        if (!parameters.isObject() && !parameters.isNull() && !parameters.isMissingNode()) {
            throw bad(PARAMETERS, "parameters must be an object of names and values.");
        }
        return new CypherRequest(
                statement.textValue(),
                StatementParameters.ofJson(parameters),
                HexFormat.of().formatHex(Sha256.begin().digest(bytes)));
    }

    /** What may be the matter where the statement finds nothing: texts that are probably meant for days. */
    Stream<Notification> textsLikeDays() {
        Stream<Notification> written = WRITTEN_DAY
                .matcher(statement)
                .results()
                .map(day -> day.group(2))
                .distinct()
                .limit(MOST_REMARKS)
                .map(CypherRequest::writtenLikeADay);
        return Stream.concat(
                written,
                parameters.entrySet().stream()
                        .filter(given -> given.getValue() instanceof String text
                                && DAY.matcher(text).matches())
                        .map(given -> givenLikeADay(given.getKey(), (String) given.getValue())));
    }

    private static Notification writtenLikeADay(String text) {
        return remark(
                "Entente.Statement.TextLikeADay",
                "A text of the statement looks like a day",
                "'" + text + "' is a text, and a date compared with a text is null; if a date is meant, write date('"
                        + text + "').");
    }

    private static Notification givenLikeADay(String name, String text) {
        return remark(
                "Entente.Parameter.TextLikeADay",
                "A parameter is a text that looks like a day",
                "$" + name + " is the text \"" + text
                        + "\", and a date compared with a text is null; if a date is meant,"
                        + " and the statement does not make it one by date($" + name + "), send {\"$type\": \"Date\","
                        + " \"_value\": \"" + text + "\"}.");
    }

    private static Notification remark(String code, String title, String description) {
        return new Notification(code, title, description, "information", null, null);
    }

    /** Reading is all there is, so that nothing has to be done for it. */
    private static void refuseOtherModes(JsonNode mode) {
        if (!mode.isMissingNode() && !mode.isNull() && !mode.asText().equalsIgnoreCase("read")) {
            throw bad(ACCESS_MODE, "accessMode must be Read or left out: through the server nothing is written.");
        }
    }

    private static void refuseOtherTypes(@Nullable String contentType) {
        String given = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        String type = given.toLowerCase(Locale.ROOT);
        if (!type.equals(Format.JSON.mediaType()) && !type.matches(TYPED)) {
            throw new ProblemException(new Problem(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send JSON, with the header Content-Type: application/json."));
        }
    }

    private static void refusePacked(@Nullable String encoding) {
        if (encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(new Problem(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without Content-Encoding."));
        }
    }

    /** However long a client says it is, or does not say. */
    private static byte[] body(Context context) {
        long announced = context.req().getContentLengthLong();
        boolean asksFirst = context.header("Expect") != null;
        if (announced > MOST_FORGOTTEN || (asksFirst && announced > HttpSettings.BODY_BYTES)) {
            throw tooLong();
        }
        try {
            InputStream sent = context.req().getInputStream();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (announced <= HttpSettings.BODY_BYTES) {
                if (taken(sent, body, HttpSettings.BODY_BYTES, SENDING)) {
                    return body.toByteArray();
                }
                if (body.size() <= HttpSettings.BODY_BYTES) {
                    throw cutOff();
                }
            }
            forget(sent);
            throw tooLong();
        } catch (IOException broken) {
            throw cutOff();
        }
    }

    /** Takes what is still on its way: a client that is sending when its connection is closed sees no answer. */
    private static void forget(InputStream sent) {
        try {
            taken(sent, OutputStream.nullOutputStream(), MOST_FORGOTTEN, FORGETTING);
        } catch (IOException broken) {
            // too long it is all the same
        }
    }

    /**
     * Takes what is sent, as long as it is not too much and does not take too long: a thread waits for it.
     *
     * @return whether it is all there
     */
    private static boolean taken(InputStream sent, OutputStream to, long most, Duration longest) throws IOException {
        long until = System.nanoTime() + longest.toNanos();
        byte[] piece = new byte[PIECE];
        long left = most;
        int read = sent.read(piece);
        while (read >= 0) {
            to.write(piece, 0, read);
            left -= read;
            if (left < 0 || System.nanoTime() > until) {
                return false;
            }
            read = sent.read(piece);
        }
        return true;
    }

    private static ProblemException cutOff() {
        return malformed("The body ends early, came too slowly, or is not cut into chunks as HTTP cuts it.");
    }

    private static ProblemException tooLong() {
        return new ProblemException(new Problem(
                ProblemCode.BODY_TOO_LARGE,
                "A body has at most " + HttpSettings.BODY_BYTES + " bytes; send fewer or shorter parameters."));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return StatementParameters.JSON.readTree(body);
        } catch (JsonProcessingException fault) {
            JsonLocation place = fault.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw malformed("The body is no JSON" + where + ": " + fault.getOriginalMessage() + ".");
        } catch (IOException undecodable) {
            throw malformed("The body is no JSON: send it as UTF-8.");
        }
    }

    private static void refuseUnknown(String member) {
        if (!MEMBERS.contains(member)) {
            throw new ProblemException(new Problem(
                            ProblemCode.UNKNOWN_MEMBER,
                            "The body has a member \"" + member
                                    + "\", and takes statement, parameters and accessMode alone"
                                    + Names.didYouMean(member, MEMBERS)
                                    + "; limit, after and plan stand in the address, as in /api/v1/cypher?limit=100.")
                    .with("parameter", member));
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(new Problem(ProblemCode.MALFORMED_BODY, detail));
    }

    private static ProblemException bad(String member, String detail) {
        return new ProblemException(Problem.badParameter(member, detail));
    }
}
