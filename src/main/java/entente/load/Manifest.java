package entente.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a dossier asserts, as the ids and the hashes of the content: enough to find what another version of it changes,
 * without reading the graph.
 *
 * <p>Each key is a section, a space and an id. A section is {@code entity}, {@code source} or a relationship type.
 * Packed it is gzipped UTF-8 text, a line {@code key TAB hash} each.
 */
record Manifest(Map<String, String> hashes) {
    /** Stands for the content of what is asserted no longer, where a later manifest corrects an earlier one. */
    static final String GONE = "-";

    static final Manifest EMPTY = new Manifest(Map.of());

    byte[] packed() {
        String[] keys = hashes.keySet().toArray(String[]::new);
        Arrays.sort(keys); // equal beginnings side by side take less room
        StringBuilder lines = new StringBuilder();
        for (String key : keys) {
            lines.append(key).append('\t').append(hashes.get(key)).append('\n');
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new QuickGzip(packed)) {
            gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static String key(String section, String id) {
        return section + " " + id;
    }

    static String section(String key) {
        return key.substring(0, key.indexOf(' '));
    }

    static String id(String key) {
        return key.substring(key.indexOf(' ') + 1);
    }

    /** What several manifests of one dossier say together, each correcting those before it. */
    static Manifest united(List<byte[]> packed) {
        Map<String, String> hashes = new HashMap<>();
        packed.forEach(part -> hashes.putAll(unpack(part).hashes));
        hashes.values().removeIf(GONE::equals);
        return new Manifest(hashes);
    }

    static Manifest unpack(byte[] packed) {
        Map<String, String> hashes = new HashMap<>();
        forEach(packed, hashes::put);
        return new Manifest(hashes);
    }

    /** Hands over key and hash of all that a packed manifest lists. */
    static void forEach(byte[] packed, BiConsumer<String, String> reader) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            new String(gzip.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int tab = line.lastIndexOf('\t');
                reader.accept(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException damaged) {
            throw new UncheckedIOException("a manifest in the graph is damaged", damaged);
        }
    }

    /**
     * The relationship types that this manifest or another names, whatever vocabulary they were loaded with. They are
     * fit to stand in a statement.
     */
    Set<String> typesWith(Manifest other) {
        return Stream.of(this, other)
                .flatMap(manifest -> manifest.hashes.keySet().stream())
                .map(Manifest::section)
                .filter(Manifest::isType)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a section holds relationships. */
    static boolean isType(String section) {
        for (int position = 0; position < section.length(); position++) {
            char character = section.charAt(position);
            if ((character < 'A' || character > 'Z') && (character != '_' || position == 0)) {
                return false;
            }
        }
        return !section.isEmpty();
    }

    /** What becomes of one section when this manifest takes the place of another. */
    Changes since(Manifest before, String section) {
        List<String> created = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, String> entry : new TreeMap<>(hashes).entrySet()) {
            if (!isOf(section, entry.getKey())) {
                continue;
            }
            String old = before.hashes.get(entry.getKey());
            String id = entry.getKey().substring(section.length() + 1);
            if (entry.getValue().equals(old)) {
                unchanged++;
            } else {
                (old == null ? created : changed).add(id);
            }
        }
        for (String key : new TreeMap<>(before.hashes).keySet()) {
            if (isOf(section, key) && !hashes.containsKey(key)) {
                removed.add(key.substring(section.length() + 1));
            }
        }
        return new Changes(created, changed, removed, unchanged);
    }

    private static boolean isOf(String section, String key) {
        return key.startsWith(section) && key.charAt(section.length()) == ' ';
    }

    /** Hashes hardly get smaller, however long one tries. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream packed) throws IOException {
            super(packed);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
