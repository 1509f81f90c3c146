package entente.load;

import entente.load.document.Place;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input.
 *
 * @param place where it stands, or null where the input is no file
 * @param message what is wrong and what to do
 */
public record Problem(@Nullable Place place, String message) {
    @Override
    public String toString() {
        return place == null ? message : place + ": " + message;
    }
}
