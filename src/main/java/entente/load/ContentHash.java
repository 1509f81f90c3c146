package entente.load;

import entente.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 over plain values, the same for equal values whatever the order of a map's keys. */
public final class ContentHash {
    private static final int KEPT_BYTES = 12;
    private static final Base64.Encoder BASE_64 = Base64.getUrlEncoder().withoutPadding();

    private final MessageDigest digest = Sha256.begin();
    private byte[] bytes = new byte[1 << 10];
    private int length;

    /** All 32 bytes. */
    static byte[] of(@Nullable Object value) {
        return new ContentHash().hash(value);
    }

    /** As much of it as a manifest keeps: 96 bits, as text. */
    public static String brief(@Nullable Object value) {
        return new ContentHash().briefly(value);
    }

    /** As {@link #brief}, for many values one after another. */
    String briefly(@Nullable Object value) {
        return text(hash(value));
    }

    /** The properties of relationships but for the id, which stands between the parts. */
    static final class Encoded {
        private final byte[] beforeId;
        private final byte[] afterId;
        /** How many there are with the id. */
        private final int size;

        private Encoded(byte[] beforeId, byte[] afterId, int size) {
            this.beforeId = beforeId;
            this.afterId = afterId;
            this.size = size;
        }
    }

    /** Makes properties without an id ready to be hashed with one. */
    Encoded encoded(Map<String, Object> properties) {
        SortedMap<String, Object> sorted = new TreeMap<>(properties);
        return new Encoded(
                entries(sorted.headMap(FactRows.ID)), entries(sorted.tailMap(FactRows.ID)), properties.size() + 1);
    }

    private byte[] entries(SortedMap<String, Object> sorted) {
        length = 0;
        sorted.forEach((key, value) -> {
            add(key);
            add(value);
        });
        return Arrays.copyOf(bytes, length);
    }

    /** The same as {@link #brief} of the relationship's row in {@link FactRows}. */
    String briefly(String id, String from, String to, Encoded properties) {
        length = 0;
        begin('{', 4);
        add("from");
        add(from);
        add(FactRows.ID);
        add(id);
        add("properties");
        begin('{', properties.size);
        copy(properties.beforeId);
        add(FactRows.ID);
        add(id);
        copy(properties.afterId);
        add("to");
        add(to);
        return text(digested());
    }

    private static String text(byte[] hash) {
        return BASE_64.encodeToString(Arrays.copyOf(hash, KEPT_BYTES));
    }

    private byte[] hash(@Nullable Object value) {
        length = 0;
        add(value);
        return digested();
    }

    private byte[] digested() {
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private void add(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            begin('{', map.size());
            Object[] keys = map.keySet().toArray();
            Arrays.sort(keys);
            for (Object key : keys) {
                add(key);
                add(map.get(key));
            }
        } else if (value instanceof Collection<?> list) {
            begin('[', list.size());
            list.forEach(this::add);
        } else if (value == null) {
            begin('0', 0);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            begin(value instanceof Number ? '#' : value instanceof Boolean ? '?' : '"', text.length);
            copy(text);
        }
    }

    private void copy(byte[] part) {
        room(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    /** The length before the content keeps neighbours apart. */
    private void begin(char sort, int size) {
        room(1 + Integer.BYTES);
        bytes[length++] = (byte) sort;
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (size >>> shift);
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
