package entente.load;

import entente.load.document.Place;

/**
 * One thing that is wrong with an input.
 *
 * @param place where it stands
 * @param message what is wrong and what to do
 */
public record Problem(Place place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
