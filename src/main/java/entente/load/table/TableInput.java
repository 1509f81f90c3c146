package entente.load.table;

import entente.model.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** The bytes of one reading: counted, and compared with those of other readings at the end. */
final class TableInput extends FilterInputStream {
    private final TableFile file;
    private final LongConsumer progress;
    private final MessageDigest digest = Sha256.begin();
    private long count;

    /** @param progress gets the number of bytes read so far */
    TableInput(TableFile file, InputStream bytes, LongConsumer progress) {
        super(bytes);
        this.file = file;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            digest.update(target, offset, read);
            count += read;
            progress.accept(count);
        }
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        return readNBytes((int) Math.min(length, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /**
     * Reads what may be left, such as zeros behind the gzip file.
     *
     * @throws MalformedTableException if it is not what an earlier reading found
     */
    void finish() {
        try {
            transferTo(OutputStream.nullOutputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        file.compare(digest.digest());
    }

    /** What is wrong, or else that the file changed meanwhile, which is then the reason. */
    MalformedTableException explained(MalformedTableException fault) {
        return file.isAsItWas() ? fault : TableFile.changed(fault.place());
    }
}
