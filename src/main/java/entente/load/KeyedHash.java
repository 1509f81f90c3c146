package entente.load;

import java.security.SecureRandom;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) over the characters of a text: 64 bits that nobody can foresee who does
 * not know the key, which is another in each process. It takes a fraction of the time of SHA-256.
 */
final class KeyedHash {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Characters of 16 bits in a word of 64. */
    private static final int CHARACTERS = 4;

    private final long key0;
    private final long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    KeyedHash() {
        this(RANDOM.nextLong(), RANDOM.nextLong());
    }

    KeyedHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    long of(String text) {
        v0 = key0 ^ 0x736F6D6570736575L;
        v1 = key1 ^ 0x646F72616E646F6DL;
        v2 = key0 ^ 0x6C7967656E657261L;
        v3 = key1 ^ 0x7465646279746573L;
        int whole = text.length() / CHARACTERS * CHARACTERS;
        for (int position = 0; position < whole; position += CHARACTERS) {
            take(word(text, position, CHARACTERS));
        }
        take(((2L * text.length()) << 56) | word(text, whole, text.length() - whole));
        v2 ^= 0xFF;
        for (int round = 0; round < 4; round++) {
            round();
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** The low byte of each character first. */
    private static long word(String text, int position, int characters) {
        long word = 0;
        for (int index = 0; index < characters; index++) {
            word |= (long) text.charAt(position + index) << (16 * index);
        }
        return word;
    }

    private void take(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
