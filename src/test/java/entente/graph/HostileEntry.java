package entente.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One of those that mean harm, as it is written down in {@code src/test/resources/hostile}: a file for each group, and
 * what an entry does not say its group does. In place of a text there may be a list of texts to be joined, in which
 * {@code {repeat: text, times: n}} stands for a long one; as a value, {@code {list: value, times: n}} is a long list.
 *
 * @param name with that of its group before it
 * @param says by the words of the file
 */
public record HostileEntry(String name, Map<?, ?> says) {
    private static final Path DIRECTORY = Path.of("src/test/resources/hostile");

    /**
     * Those of all groups, in the order of the files.
     *
     * @param directory of the groups, within that of all
     * @param key under which a group holds them
     */
    public static List<HostileEntry> all(String directory, String key) {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve(directory))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> group(file, key).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<HostileEntry> group(Path file, String key) {
        try (InputStream in = Files.newInputStream(file)) {
            Map<?, ?> group = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            String topic = file.getFileName().toString().replace(".yaml", "");
            return new HostileEntry(topic, group)
                    .listed(key).stream()
                            .map(entry -> of(topic, group, (Map<?, ?>) entry))
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static HostileEntry of(String topic, Map<?, ?> group, Map<?, ?> entry) {
        Map<Object, Object> all = new LinkedHashMap<>(group);
        all.putAll(entry);
        return new HostileEntry(topic + ": " + entry.get("name"), all);
    }

    private Object required(String key) {
        return Objects.requireNonNull(says.get(key), () -> key + " is missing in " + name);
    }

    /** One value, or several in a list. */
    public List<?> listed(String key) {
        return listed(required(key));
    }

    /** A text, joined where it is in parts. */
    public String text(String key) {
        return text(required(key));
    }

    /** A text, or null where there is none. */
    public @Nullable String textOrNull(String key) {
        Object written = says.get(key);
        return written == null ? null : text(written);
    }

    /** Values by name; none where there are none. */
    public Map<String, @Nullable Object> values(String key) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (says.get(key) instanceof Map<?, ?> written) {
            written.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        }
        return values;
    }

    private static List<?> listed(Object oneOrMore) {
        return oneOrMore instanceof List<?> list ? list : List.of(oneOrMore);
    }

    private static String text(Object parts) {
        return listed(parts).stream().map(part -> String.valueOf(value(part))).collect(Collectors.joining());
    }

    private static @Nullable Object value(@Nullable Object written) {
        if (written instanceof Map<?, ?> map && map.containsKey("times")) {
            int times = (Integer) map.get("times");
            Object repeated = map.get("repeat");
            return repeated == null
                    ? new ArrayList<>(Collections.nCopies(times, map.get("list")))
                    : repeated.toString().repeat(times);
        }
        if (written instanceof List<?> list) {
            return list.stream().map(HostileEntry::value).toList();
        }
        return written;
    }
}
