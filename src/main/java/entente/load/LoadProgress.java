package entente.load;

import java.util.function.LongConsumer;

/** Is told how far a long load has come. */
public interface LoadProgress {
    /** Nobody looks. */
    LoadProgress UNSEEN = new LoadProgress() {
        @Override
        public void begin(String stage, long total) {}

        @Override
        public void more(long done) {}
    };

    /**
     * Files begin to be read and checked.
     *
     * @param total how many bytes there are to read, of one reading after the other
     * @return gets how many bytes of one reading were read; it starts again with every reading
     */
    default LongConsumer ofBytes(long total) {
        return bytes -> {};
    }

    /**
     * A stage begins.
     *
     * @param stage what is done in it
     * @param total how much there is to do
     */
    void begin(String stage, long total);

    /** So much more of the stage is done; may be called by several threads. */
    void more(long done);
}
