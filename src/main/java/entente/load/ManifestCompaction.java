package entente.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out of a dossier's manifests what later ones correct, and puts those together that have become small. Each step
 * is a transaction that leaves what all manifests say together as it was, so it may end after any of them: the oldest
 * come first, so that what they said of a fact is gone before a later one no longer says that the fact is gone.
 */
final class ManifestCompaction {
    private final BatchLedger ledger;
    /** The number of the last manifest that says something of a fact, as the line from which it was noted. */
    private final FactIndex newest = new FactIndex();

    ManifestCompaction(BatchLedger ledger) {
        this.ledger = ledger;
    }

    void run() {
        List<String> keys = ledger.keys();
        for (int number = keys.size(); number > 0; number--) {
            note(keys.get(number - 1), number);
        }
        Map<String, String> kept = new HashMap<>();
        List<String> group = new ArrayList<>();
        for (int number = 1; number <= keys.size(); number++) {
            group.add(keys.get(number - 1));
            keep(keys.get(number - 1), number, kept);
            if (kept.size() >= Batch.MOST || number == keys.size()) {
                ledger.unite(group, new Manifest(kept));
                kept.clear();
                group.clear();
            }
        }
    }

    private void note(String manifest, int number) {
        ledger.read(manifest, (fact, hash) -> newest.note(fact, hash, number));
    }

    private void keep(String manifest, int number, Map<String, String> kept) {
        ledger.read(manifest, (fact, hash) -> {
            if (newest.lineOf(fact) == number && !hash.equals(Manifest.GONE)) {
                kept.put(fact, hash);
            }
        });
    }
}
