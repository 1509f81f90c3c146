package entente.cli;

import entente.load.mapping.Mapping;
import entente.load.table.TableFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of a mapping's tables, by the tables' names, for as long as they are read. */
record OpenTables(Map<String, TableFile> files) implements AutoCloseable {
    /**
     * Opens all, or none.
     *
     * @param named the file of each table; {@code -} is standard input
     * @throws IOException with a message that names the file and what is wrong
     */
    static OpenTables of(Map<String, String> named) throws IOException {
        OpenTables open = new OpenTables(new LinkedHashMap<>());
        try {
            for (Map.Entry<String, String> table : named.entrySet()) {
                open.files.put(table.getKey(), TableFile.open(table.getValue()));
            }
            return open;
        } catch (IOException failed) {
            open.close();
            throw failed;
        }
    }

    /** The options that would name every table of a mapping. */
    static String optionsFor(Mapping mapping) {
        return mapping.tables().keySet().stream()
                .map(name -> "--table " + name + "=FILE")
                .collect(Collectors.joining(" "));
    }

    /** How many bytes all of them have, as they lie there. */
    long size() {
        return files.values().stream().mapToLong(TableFile::size).sum();
    }

    @Override
    public void close() throws IOException {
        for (TableFile file : files.values()) {
            file.close();
        }
    }
}
