package entente.load;

import java.util.Arrays;

/**
 * Which facts a dossier asserted before and asserts now, for as many as nobody wants to hold: 20 bytes each, in tables
 * of open addressing that are at most two thirds full. There are many, since one that grows is there twice meanwhile.
 *
 * <p>A fact is known by 64 bits of a hash of its key, and its content by as many. Among five million facts two share a
 * key's bits once in a million loads. What is given as the content is a hash already, which is only folded.
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
    /** The highest bits of a hash choose one of so many. */
    private static final int TABLES = 64;

    private static final int SHIFT = Long.numberOfLeadingZeros(TABLES) + 1;

    private final KeyedHash hashes = new KeyedHash();
    private final Table[] tables = new Table[TABLES];
    private int left;

    FactIndex() {
        Arrays.setAll(tables, index -> new Table());
    }

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
        Table table = table(hash);
        int slot = table.slot(hash);
        if (table.isFree(slot) || table.lines[slot] == FORGOTTEN) {
            put(hash, contentHash, line);
            return Standing.CREATED;
        }
        boolean same = table.contents[slot] == contentHash;
        if (table.lines[slot] != REMEMBERED) {
            return same ? Standing.REPEATED : Standing.CONTRADICTED;
        }
        put(hash, contentHash, line);
        return same ? Standing.UNCHANGED : Standing.CHANGED;
    }

    /** Whether another content of the fact was noted already. */
    boolean isContradicted(String key, String content) {
        long hash = hash(key);
        Table table = table(hash);
        int slot = table.slot(hash);
        return !table.isFree(slot) && table.lines[slot] > 0 && table.contents[slot] != folded(content);
    }

    /** How many facts were asserted before and are not asserted now. */
    int left() {
        return left;
    }

    /** The line from which a fact was noted first; no line where it was not. */
    int lineOf(String key) {
        long hash = hash(key);
        Table table = table(hash);
        return table.lines[table.slot(hash)];
    }

    /** Whether the fact was asserted before and is not asserted now. */
    boolean isLeft(String key) {
        long hash = hash(key);
        Table table = table(hash);
        int slot = table.slot(hash);
        return !table.isFree(slot) && table.lines[slot] == REMEMBERED;
    }

    private void put(long hash, long content, int line) {
        Table table = table(hash);
        int slot = table.slot(hash);
        if (table.isFree(slot)) {
            slot = table.add(hash);
        } else if (table.lines[slot] == REMEMBERED) {
            left--;
        }
        if (line == REMEMBERED) {
            left++;
        }
        table.contents[slot] = content;
        table.lines[slot] = line;
    }

    private Table table(long hash) {
        return tables[(int) (hash >>> SHIFT)];
    }

    /** Never 0, which marks a free slot. */
    private long hash(String key) {
        long hash = hashes.of(key);
        return hash == 0 ? 1 : hash;
    }

    /** FNV-1a. */
    private static long folded(String content) {
        long folded = 0xCBF29CE484222325L;
        for (int i = 0; i < content.length(); i++) {
            folded = (folded ^ content.charAt(i)) * 0x100000001B3L;
        }
        return folded;
    }

    private static final class Table {
        private long[] keys = new long[1 << 6];
        private long[] contents = new long[keys.length];
        /** The line from which a fact was noted, or one of the two above. */
        private int[] lines = new int[keys.length];

        private int size;

        /** The slot of a key, or the free one where it belongs. */
        int slot(long key) {
            int mask = keys.length - 1;
            int slot = (int) (key ^ key >>> 32) & mask;
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        boolean isFree(int slot) {
            return keys[slot] == 0;
        }

        /** Returns the slot of a key that was not there. */
        int add(long key) {
            size++;
            if (size > keys.length / 3 * 2) {
                grow();
            }
            int slot = slot(key);
            keys[slot] = key;
            return slot;
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
    }
}
