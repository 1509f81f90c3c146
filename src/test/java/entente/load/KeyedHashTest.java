package entente.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    /** Of the bytes 0, 1, 2, … with the key 0, 1, … 15, from the authors' own program; those of whole characters. */
    private static final long[] BY_CHARACTERS = {
        0x726FDB47DD0E0E31L, 0x0D6C8009D9A94F5AL, 0xCF2794E0277187B7L, 0xCBC9466E58FEE3CEL, 0x93F5F5799A932462L
    };

    @Test
    void isSipHash() {
        KeyedHash hash = new KeyedHash(0x0706050403020100L, 0x0F0E0D0C0B0A0908L);
        for (int characters = 0; characters < BY_CHARACTERS.length; characters++) {
            byte[] bytes = new byte[2 * characters];
            IntStream.range(0, bytes.length).forEach(index -> bytes[index] = (byte) index);
            assertThat(hash.of(new String(bytes, StandardCharsets.UTF_16LE))).isEqualTo(BY_CHARACTERS[characters]);
        }
    }

    @Test
    void differsFromProcessToProcess() {
        assertThat(new KeyedHash().of("entity a")).isNotEqualTo(new KeyedHash().of("entity a"));
    }
}
