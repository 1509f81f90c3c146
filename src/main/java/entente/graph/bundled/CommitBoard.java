package entente.graph.bundled;

import entente.graph.Keeper;
import entente.model.OwnerOnly;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a database's process tells of its commits: a file that both processes have mapped into their memory. It has
 * eight bytes, a whole number in the machine's order: the id of the last transaction, or 0 where that is not told.
 */
final class CommitBoard {
    private static final Logger LOG = LoggerFactory.getLogger(CommitBoard.class);
    private static final VarHandle NUMBER =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final String file;
    private final ByteBuffer board;

    private CommitBoard(String file, ByteBuffer board) {
        this.file = file;
        this.board = board;
    }

    /**
     * An empty board for a process that is about to start. Where the file cannot be had, it stays empty: the database
     * has to be asked instead.
     */
    static CommitBoard wiped(Path file) {
        try {
            if (Files.notExists(file)) {
                OwnerOnly.write(file, "");
            }
            return new CommitBoard(file.toString(), mapped(file));
        } catch (IOException failure) {
            LOG.warn("The bundled database cannot tell of its commits and is asked instead: {}", failure.toString());
            return new CommitBoard("", ByteBuffer.allocateDirect(Long.BYTES));
        }
    }

    private static ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Long.BYTES), 0);
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES);
        }
    }

    /** The path of its file, which is empty where there is none. */
    String file() {
        return file;
    }

    /** As {@link Keeper#lastCommit} has it. */
    long lastCommit() {
        try {
            return (long) NUMBER.getVolatile(board, 0);
        } catch (InternalError cutOff) {
            return Keeper.NOT_TOLD; // somebody has shortened the file
        }
    }
}
