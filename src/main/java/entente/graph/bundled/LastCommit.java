package entente.graph.bundled;

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

/** What a database's own process says of its commits: memory that it writes and this process reads. */
final class LastCommit {
    private static final VarHandle NUMBER =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer board;

    private LastCommit(ByteBuffer board) {
        this.board = board;
    }

    /** Wipes the file, or creates it, for a process that is about to start. */
    static LastCommit in(Path file) throws IOException {
        if (Files.notExists(file)) {
            OwnerOnly.write(file, "");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Long.BYTES), 0);
            return new LastCommit(channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES));
        }
    }

    /** As {@link entente.graph.Keeper#lastCommit} has it. */
    long number() {
        return (long) NUMBER.getVolatile(board, 0);
    }
}
