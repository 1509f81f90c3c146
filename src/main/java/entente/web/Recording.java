package entente.web;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Passes an answer on, and keeps a copy of it as long as it is whole and no larger than is worth keeping. */
final class Recording extends FilterOutputStream {
    private final int most;
    private final Semaphore memory;
    private @Nullable ByteArrayOutputStream copy = new ByteArrayOutputStream();

    /**
     * @param most how many bytes are worth keeping
     * @param memory how many bytes all copies may take that are being made; those of this one are given back by
     *     {@link #spoil()}
     */
    Recording(OutputStream out, int most, Semaphore memory) {
        super(out);
        this.most = most;
        this.memory = memory;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        if (copy != null) {
            if (copy.size() + length > most || !memory.tryAcquire(length)) {
                spoil();
            } else {
                copy.write(bytes, from, length);
            }
        }
    }

    /** The answer is not one to be given again, or its copy is not needed any more. */
    void spoil() {
        if (copy != null) {
            memory.release(copy.size());
            copy = null;
        }
    }

    /** What was written; nothing where it is not to be given again. */
    byte[] whole() {
        return copy == null ? new byte[0] : copy.toByteArray();
    }
}
