package entente.cli;

import entente.load.mapping.Mapping;
import entente.load.table.TableFile;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The files of a mapping's tables, by the tables' names, for as long as they are read. */
record OpenTables(Map<String, TableFile> files) implements AutoCloseable {
    /** Stands for the only table of a mapping, until the mapping is read. */
    static final String UNNAMED = "";

    /**
     * Opens all, or none.
     *
     * @param named the file of each table; {@code -} is standard input
     * @throws IOException with a message that names the file and what is wrong
     */
    static OpenTables of(Map<String, String> named) throws IOException {
        if (Collections.frequency(named.values(), TableFile.STANDARD_INPUT) > 1) {
            throw new UsageException("standard input can be one table, and not several");
        }
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

    /**
     * The same, with the name of its table for a file that was given without one.
     *
     * @throws UsageException if the mapping has several tables
     */
    Map<String, TableFile> named(Mapping mapping) {
        Map<String, TableFile> named = new LinkedHashMap<>(files);
        TableFile lone = named.remove(UNNAMED);
        if (lone != null) {
            if (mapping.tables().size() != 1) {
                throw new UsageException("\"" + mapping.head().id() + "\" takes several tables; give each by its name: "
                        + optionsFor(mapping));
            }
            named.put(mapping.tables().keySet().iterator().next(), lone);
        }
        return named;
    }

    /** Refuses a table that is given twice, of which the last alone would be read. */
    static void refuseTwice(CommandSpec command) {
        Set<String> names = new HashSet<>();
        ParseResult given = command.commandLine().getParseResult();
        if (given.hasMatchedOption("--table")) {
            given.matchedOption("--table").originalStringValues().stream()
                    .map(value -> value.split("=", 2)[0])
                    .filter(name -> !names.add(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new UsageException("--table " + name + " is given twice; put the rows into one file");
                    });
        }
    }

    /** The options that would name every table of a mapping. */
    static String optionsFor(Mapping mapping) {
        return mapping.tables().keySet().stream()
                .map(name -> "--table " + name + "=FILE")
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() throws IOException {
        for (TableFile file : files.values()) {
            file.close();
        }
    }
}
