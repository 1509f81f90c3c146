package entente.load;

import static org.assertj.core.api.Assertions.assertThat;

import entente.load.FactIndex.Standing;
import org.junit.jupiter.api.Test;

class FactIndexTest {
    private final FactIndex index = new FactIndex();

    @Test
    void tellsWhatAFactIsToTheOnesBefore() {
        index.remember("entity a", "1");
        index.remember("entity b", "1");
        assertThat(index.note("entity a", "1", 7)).isEqualTo(Standing.UNCHANGED);
        assertThat(index.note("entity b", "2", 8)).isEqualTo(Standing.CHANGED);
        assertThat(index.note("entity c", "1", 9)).isEqualTo(Standing.CREATED);
        assertThat(index.note("entity c", "1", 10)).isEqualTo(Standing.REPEATED);
        assertThat(index.note("entity c", "2", 11)).isEqualTo(Standing.CONTRADICTED);
        assertThat(index.lineOf("entity c")).isEqualTo(9);
    }

    @Test
    void knowsWhatIsLeft() {
        index.remember("entity a", "1");
        index.remember("entity b", "1");
        index.note("entity a", "1", 1);
        assertThat(index.left()).isOne();
        assertThat(index.isLeft("entity a")).isFalse();
        assertThat(index.isLeft("entity b")).isTrue();
        assertThat(index.isLeft("entity c")).isFalse();
    }

    @Test
    void takesALaterManifestForACorrectionOfAnEarlierOne() {
        index.remember("entity a", "1");
        index.remember("entity a", "2");
        index.remember("entity b", "1");
        index.remember("entity b", Manifest.GONE);
        assertThat(index.left()).isOne();
        assertThat(index.note("entity a", "2", 1)).isEqualTo(Standing.UNCHANGED);
        assertThat(index.note("entity b", "1", 1)).isEqualTo(Standing.CREATED);
        assertThat(index.left()).isZero();
    }

    @Test
    void growsWithoutLosingAnything() {
        for (int i = 0; i < 50_000; i++) {
            index.remember("SUPPORTS " + i, String.valueOf(i % 7));
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(index.note("SUPPORTS " + i, String.valueOf(i % 7), i + 1))
                    .isEqualTo(i < 50_000 ? Standing.UNCHANGED : Standing.CREATED);
        }
        assertThat(index.left()).isZero();
    }
}
