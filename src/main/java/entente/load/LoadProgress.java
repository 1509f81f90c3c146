package entente.load;

/** Is told how far a long load has come. */
public interface LoadProgress {
    /** Nobody looks. */
    LoadProgress UNSEEN = new LoadProgress() {
        @Override
        public void begin(String stage, long total) {}

        @Override
        public void at(long done) {}
    };

    /**
     * A stage begins.
     *
     * @param stage what is done in it
     * @param total how much there is to do
     */
    void begin(String stage, long total);

    /** So much of the stage is done; may be called by several threads. */
    void at(long done);
}
