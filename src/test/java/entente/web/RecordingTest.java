package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final int MOST = 50;

    @Test
    void givesBackWhatItsCopyTookAndNoMore() throws IOException {
        Semaphore memory = new Semaphore(100);
        Recording recording = new Recording(OutputStream.nullOutputStream(), MOST, memory);

        recording.write(new byte[20]);
        recording.write(1);
        assertThat(recording.whole()).hasSize(21);
        assertThat(memory.availablePermits()).isEqualTo(79);

        recording.spoil();
        recording.spoil();
        recording.write(new byte[20]);
        assertThat(recording.whole()).isEmpty();
        assertThat(memory.availablePermits()).isEqualTo(100);
    }

    @Test
    void keepsNoCopyThatIsTooLarge() throws IOException {
        Semaphore memory = new Semaphore(100);
        Recording recording = new Recording(OutputStream.nullOutputStream(), MOST, memory);

        recording.write(new byte[MOST]);
        recording.write(1);

        assertThat(recording.whole()).isEmpty();
        assertThat(memory.availablePermits()).isEqualTo(100);
    }

    @Test
    void keepsNoCopyWhereOthersTakeTheMemory() throws IOException {
        Semaphore memory = new Semaphore(30);
        Recording first = new Recording(OutputStream.nullOutputStream(), MOST, memory);
        Recording second = new Recording(OutputStream.nullOutputStream(), MOST, memory);

        first.write(new byte[20]);
        second.write(new byte[20]);

        assertThat(first.whole()).hasSize(20);
        assertThat(second.whole()).isEmpty();
        assertThat(memory.availablePermits()).isEqualTo(10);
    }
}
