package entente.load;

import entente.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Which facts a dossier asserted before and asserts now, for as many as nobody wants to hold: 20 bytes each, in a table
 * of open addressing that is at most two thirds full.
 *
 * <p>A fact is known by 64 bits of the SHA-256 of its key, and its content by as many. Among five million facts two
 * share a key's bits once in a million loads. What is given as the content is a hash already, which is only folded.
 */
final class FactIndex {
    /** What a fact that is noted is to the facts before it. */
    enum Standing {
        CREATED,
        CHANGED,
        UNCHANGED,
        /** The same fact was noted before. */
        REPEATED,
        /** A fact with this key and another content was noted before. */
        CONTRADICTED
    }

    private static final int REMEMBERED = 0;
    private static final int FORGOTTEN = -1;

    private final MessageDigest digest = Sha256.begin();
    private long[] keys = new long[1 << 12];
    private long[] contents = new long[keys.length];
    /** The line from which a fact was noted, or one of the two above. */
    private int[] lines = new int[keys.length];

    private int size;
    private int left;

    /** Takes down what was asserted before, in the order in which it came to be. */
    void remember(String key, String content) {
        put(hash(key), folded(content), content.equals(Manifest.GONE) ? FORGOTTEN : REMEMBERED);
    }

    /**
     * Takes down what is asserted now.
     *
     * @param line where it stands, from 1
     */
    Standing note(String key, String content, int line) {
        long hash = hash(key);
        long contentHash = folded(content);
        int slot = slot(hash);
        if (keys[slot] == 0 || lines[slot] == FORGOTTEN) {
            put(hash, contentHash, line);
            return Standing.CREATED;
        }
        boolean same = contents[slot] == contentHash;
        if (lines[slot] != REMEMBERED) {
            return same ? Standing.REPEATED : Standing.CONTRADICTED;
        }
        put(hash, contentHash, line);
        return same ? Standing.UNCHANGED : Standing.CHANGED;
    }

    /** How many facts were asserted before and are not asserted now. */
    int left() {
        return left;
    }

    /** The line from which a fact was noted first. */
    int lineOf(String key) {
        return lines[slot(hash(key))];
    }

    /** Whether the fact was asserted before and is not asserted now. */
    boolean isLeft(String key) {
        int slot = slot(hash(key));
        return keys[slot] != 0 && lines[slot] == REMEMBERED;
    }

    private void put(long key, long content, int line) {
        if (size >= keys.length / 3 * 2) {
            grow();
        }
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            size++;
        } else if (lines[slot] == REMEMBERED) {
            left--;
        }
        if (line == REMEMBERED) {
            left++;
        }
        contents[slot] = content;
        lines[slot] = line;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldContents = contents;
        int[] oldLines = lines;
        keys = new long[oldKeys.length * 2];
        contents = new long[keys.length];
        lines = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                contents[slot] = oldContents[i];
                lines[slot] = oldLines[i];
            }
        }
    }

    /** The slot of a key, or the free one where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** FNV-1a. */
    private static long folded(String content) {
        long folded = 0xCBF29CE484222325L;
        for (int i = 0; i < content.length(); i++) {
            folded = (folded ^ content.charAt(i)) * 0x100000001B3L;
        }
        return folded;
    }

    /** Never 0, which marks a free slot. */
    private long hash(String text) {
        long hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return hash == 0 ? 1 : hash;
    }
}
