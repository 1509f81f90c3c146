package entente.benchmark;

import entente.DataSets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Tables for the mapping {@code un-votes} that no data set has: with other votes, or with more of them. */
final class VoteTables {
    private static final Map<String, String> OTHER = Map.of("yes", "abstain", "abstain", "no", "no", "yes");
    private static final String[] VOTES = {"yes", "yes", "yes", "abstain", "no"};

    private VoteTables() {}

    /** The same tables, but that every hundredth vote is another. */
    static DataSets withOneInAHundredChanged(DataSets real, Path directory) throws IOException {
        DataSets changed = new DataSets(directory, ".csv.gz");
        Files.copy(real.file("un_roll_calls"), changed.file("un_roll_calls"));
        Files.copy(real.file("un_issues"), changed.file("un_issues"));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(real.file("un_votes"))), StandardCharsets.UTF_8));
                Writer out = new java.io.OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(changed.file("un_votes"))),
                        StandardCharsets.UTF_8)) {
            out.write(in.readLine() + "\n");
            long row = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int last = line.lastIndexOf(',') + 1;
                boolean other = ++row % 100 == 0;
                out.write(other ? line.substring(0, last) + OTHER.get(line.substring(last)) : line);
                out.write('\n');
            }
        }
        return changed;
    }

    /**
     * Generates votes, of each state on one roll call after the other.
     *
     * @param states their ISO 2 codes
     */
    static DataSets generated(Path directory, int votes, List<String> states) throws IOException {
        DataSets tables = new DataSets(directory, ".csv");
        Files.writeString(tables.file("un_issues"), "rcid,short_name,issue\n");
        try (Writer rolls = Files.newBufferedWriter(tables.file("un_roll_calls"));
                Writer out = Files.newBufferedWriter(tables.file("un_votes"))) {
            rolls.write("rcid,session,date,unres,amend,para,importantvote,short,descr\n");
            out.write("rcid,country_code,country,vote\n");
            for (int vote = 0; vote < votes; vote++) {
                int roll = 1 + vote / states.size();
                int state = vote % states.size();
                if (state == 0) {
                    rolls.write("%d,%d,%d-%02d-%02d,R/%d,0,0,0,MOTION %d,\n"
                            .formatted(roll, roll % 75, 1946 + roll % 75, 1 + roll % 12, 1 + roll % 28, roll, roll));
                }
                String word = VOTES[(roll * 7 + state * 3) % VOTES.length];
                out.write(roll + "," + states.get(state) + ",," + word + "\n");
            }
        }
        return tables;
    }
}
