package entente.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 over plain values, the same for equal values whatever the order of a map's keys. */
final class ContentHash {
    private static final int KEPT_BYTES = 12;

    private final MessageDigest digest;

    private ContentHash() {
        digest = sha256();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    /** All 32 bytes. */
    static byte[] of(@Nullable Object value) {
        ContentHash hash = new ContentHash();
        hash.add(value);
        return hash.digest.digest();
    }

    /** As much of it as a manifest keeps: 96 bits, as text. */
    static String brief(@Nullable Object value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(of(value), KEPT_BYTES));
    }

    private void add(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            begin('{', map.size());
            new TreeMap<>(map).forEach((key, item) -> {
                add(key);
                add(item);
            });
        } else if (value instanceof Collection<?> list) {
            begin('[', list.size());
            list.forEach(this::add);
        } else if (value == null) {
            begin('0', 0);
        } else {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            begin(value instanceof Number ? '#' : value instanceof Boolean ? '?' : '"', bytes.length);
            digest.update(bytes);
        }
    }

    /** The length before the content keeps neighbours apart. */
    private void begin(char sort, int length) {
        digest.update((byte) sort);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }
}
