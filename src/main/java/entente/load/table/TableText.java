package entente.load.table;

import entente.load.document.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of a table. Bytes that are none in its charset end the reading, at their place. A line is cut at
 * {@link #LONGEST_LINE} characters, so that none fills the memory. After the last line comes one that holds only
 * {@link #END}: where a parser does not find it, a quote that was never closed has swallowed it.
 */
final class TableText extends Reader {
    /** In characters. */
    static final int LONGEST_LINE = 16 << 20;

    static final char END = '\u0004';

    private static final int CHUNK = 1 << 15;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final InputStream input;
    private final boolean packed;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(CHUNK).limit(0);
    private boolean inputEnded;
    private boolean ended;
    private int line = 1;
    private int column = 1;
    private boolean afterReturn;

    /**
     * Reads the first characters.
     *
     * @param packed whether the bytes come out of a gzip file, which may be damaged
     */
    TableText(String file, InputStream input, boolean packed, Charset charset) throws IOException {
        this.file = file;
        this.input = input;
        this.packed = packed;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        fill();
        if (characters.hasRemaining() && characters.charAt(0) == BYTE_ORDER_MARK) {
            characters.get();
        }
    }

    /** Where the characters end that were read so far. */
    Place place() {
        return new Place(file, line, column);
    }

    /** Passes over lines, as far as there are any, up to the first character of the next. */
    void skipLines(int count) throws IOException {
        for (int skipped = 0; next() != END && skipped < count; skipped++) {
            skipLine();
        }
    }

    private void skipLine() throws IOException {
        int character = read();
        while (character != '\n' && character != '\r') {
            character = read();
        }
        if (character == '\r' && next() == '\n') {
            read();
        }
    }

    /** The character that is read next; there is one as long as the last line was not. */
    private char next() throws IOException {
        while (!characters.hasRemaining()) {
            fill();
        }
        return characters.charAt(0);
    }

    /** The separator that the next line holds most often, outside quotes; a comma where it holds none. */
    char separator() {
        int[] counts = new int[TableLayout.SEPARATORS.size()];
        boolean quoted = false;
        for (int position = 0; position < characters.remaining(); position++) {
            char character = characters.charAt(position);
            quoted ^= character == '"';
            if (!quoted && (character == '\n' || character == '\r')) {
                break;
            }
            int separator = quoted ? -1 : TableLayout.SEPARATORS.indexOf(character);
            if (separator >= 0) {
                counts[separator]++;
            }
        }
        int most = 0;
        for (int separator = 1; separator < counts.length; separator++) {
            most = counts[separator] > counts[most] ? separator : most;
        }
        return TableLayout.SEPARATORS.get(most);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!characters.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, characters.remaining());
        characters.get(target, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** Decodes until there are characters or the input ends; what stands before malformed bytes comes first. */
    private void fill() throws IOException {
        characters.clear();
        while (characters.position() == 0 && !ended) {
            CoderResult result = decoder.decode(bytes, characters, inputEnded);
            if (characters.position() > 0) {
                cutLongLines();
            } else if (result.isError()) {
                throw new MalformedTableException(
                        place(), "here are bytes that are no text in " + charset.name() + "; name the table's charset");
            } else if (inputEnded) {
                characters.put('\n').put(END).put('\n');
                ended = true;
            } else {
                readBytes();
            }
        }
        characters.flip();
    }

    private void readBytes() throws IOException {
        bytes.compact();
        try {
            int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
            inputEnded = count < 0;
            bytes.position(bytes.position() + Math.max(0, count));
        } catch (IOException failed) {
            if (!packed) {
                throw failed;
            }
            throw TableFile.damaged(place());
        }
        bytes.flip();
    }

    /** Counts lines, and moves together what is left when the ends of long lines are taken out. */
    private void cutLongLines() {
        char[] text = characters.array();
        int kept = 0;
        for (int position = 0; position < characters.position(); position++) {
            char character = text[position];
            if (character == '\n' || character == '\r') {
                line += character == '\n' && afterReturn ? 0 : 1;
                column = 1;
                text[kept++] = character;
            } else {
                if (column <= LONGEST_LINE || isOfForm(character)) {
                    text[kept++] = character;
                }
                column++;
            }
            afterReturn = character == '\r';
        }
        characters.position(kept);
    }

    /** A cell that is cut still ends, and those after it begin, so that a quoted line break in one is none. */
    private static boolean isOfForm(char character) {
        return character == '"' || TableLayout.SEPARATORS.indexOf(character) >= 0;
    }
}
