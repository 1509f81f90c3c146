package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.document.Documents;
import entente.load.document.MalformedDocumentException;
import entente.load.document.Node;
import entente.load.document.Place;
import entente.model.Sha256;
import entente.model.Vocabulary;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A dossier in a JSON file that is too large to hold. Of its facts only the ids and kinds of entities are kept; the
 * others are read again whenever they are asked for, and the file must stay as it is meanwhile.
 */
final class DossierStream implements FactFeed {
    /**
     * How often a file is read from its beginning to its end, where it is loaded: twice to check it, twice to write.
     */
    static final int READINGS = 4;

    private final String name;
    private final Path path;
    private final Vocabulary vocabulary;
    private final LongConsumer progress;
    private Dossier outline;
    private @Nullable String sha256;

    private DossierStream(String name, Path path, Vocabulary vocabulary, LongConsumer progress) {
        this.name = name;
        this.path = path;
        this.vocabulary = vocabulary;
        this.progress = progress;
        this.outline =
                new Dossier("", new Place(name, 1, 1), false, Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads all but the relationships.
     *
     * @param problems gets what is wrong with that
     * @param progress gets the number of bytes read so far, here and in each later reading
     * @return null where the document is no dossier at all
     * @throws MalformedDocumentException if it is no JSON
     * @throws UncheckedIOException if it cannot be read
     */
    static @Nullable DossierStream open(
            String name, Path path, Vocabulary vocabulary, List<Problem> problems, LongConsumer progress) {
        DossierStream stream = new DossierStream(name, path, vocabulary, progress);
        DossierReader reader = new DossierReader(vocabulary, problems);
        List<EntityFact> described = new ArrayList<>();
        Map<String, Consumer<Node>> lists = passedOver(reader);
        lists.putAll(reader.entityLists(
                fact -> described.add(new EntityFact(fact.place(), fact.id(), fact.kind(), Map.of()))));
        Dossier head = reader.read(stream.walk(lists));
        if (head == null) {
            return null;
        }
        stream.outline = new Dossier(
                head.id(),
                head.place(),
                head.base(),
                head.properties(),
                head.sources(),
                head.refers(),
                described,
                List.of());
        return stream;
    }

    /** Without relationships, and without what is said of the entities beside their kind. */
    Dossier outline() {
        return outline;
    }

    /**
     * Reads the relationships.
     *
     * @param problems gets what is wrong with them
     * @throws MalformedDocumentException if the file changed
     */
    void readRelationships(List<Problem> problems, Consumer<RelationshipFact> sink) {
        DossierReader reader = new DossierReader(vocabulary, problems);
        Map<String, Consumer<Node>> lists = passedOver(reader);
        lists.putAll(reader.relationshipLists(outline.id(), sink));
        walk(lists);
    }

    private void readEntities(Consumer<EntityFact> sink) {
        DossierReader reader = new DossierReader(vocabulary, new ArrayList<>());
        Map<String, Consumer<Node>> lists = passedOver(reader);
        lists.putAll(reader.entityLists(sink));
        walk(lists);
    }

    private static Map<String, Consumer<Node>> passedOver(DossierReader reader) {
        Map<String, Consumer<Node>> lists = new HashMap<>(reader.entityLists(fact -> {}));
        lists.putAll(reader.relationshipLists("", fact -> {}));
        lists.replaceAll((key, items) -> Documents.PASSED_OVER);
        return lists;
    }

    private Node walk(Map<String, Consumer<Node>> lists) {
        MessageDigest digest = Sha256.begin();
        try (InputStream bytes = new DigestInputStream(
                new BufferedInputStream(new Counted(Files.newInputStream(path)), 1 << 16), digest)) {
            Node rest = Documents.readInParts(name, bytes, lists);
            compare(HexFormat.of().formatHex(digest.digest()));
            return rest;
        } catch (IOException failed) {
            throw new UncheckedIOException(name + ": cannot be read to its end: " + failed.getMessage(), failed);
        }
    }

    private void compare(String found) {
        if (sha256 == null) {
            sha256 = found;
        } else if (!sha256.equals(found)) {
            throw new InvalidInputException(List.of(new Problem(
                    outline.place(), "the file changed while it was read; load it again when it is whole")));
        }
    }

    @Override
    public Dossier head() {
        return outline.head();
    }

    @Override
    public boolean isChecked() {
        return true;
    }

    @Override
    public String checksum() {
        return Objects.requireNonNull(sha256);
    }

    @Override
    public void read(Part part, Consumer<Row> sink) {
        try {
            switch (part) {
                case ENTITIES -> readEntities(fact -> sink.accept(Row.of(fact)));
                case RELATIONSHIPS -> readRelationships(new ArrayList<>(), fact -> sink.accept(Row.of(fact)));
            }
        } catch (MalformedDocumentException malformed) {
            throw new InvalidInputException(
                    List.of(new Problem(malformed.place(), String.valueOf(malformed.getMessage()))));
        }
    }

    /** Tells how many bytes were read, block by block. */
    private final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                count += read;
                progress.accept(count);
            }
            return read;
        }
    }
}
