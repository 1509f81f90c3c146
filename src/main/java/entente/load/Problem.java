package entente.load;

import entente.load.document.Place;
import entente.model.ShownText;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input.
 *
 * @param place where it stands, or null where the input is no file
 * @param message what is wrong and what to do; one line, of which only so much is kept as is of use
 */
public record Problem(@Nullable Place place, String message) {
    private static final int LONGEST = 1_000;

    /** What it quotes from a file must not command a terminal, nor look like another problem. */
    public Problem {
        String shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        message = ShownText.line(shown);
    }

    @Override
    public String toString() {
        return place == null ? message : ShownText.line(place.toString()) + ": " + message;
    }
}
