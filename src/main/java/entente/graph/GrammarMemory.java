package entente.graph;

import java.util.stream.Stream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser;

/**
 * What parsers learn of the grammar and share, so that they read quickly. By itself it grows for ever with the variety
 * of what is read (<em>measured</em>: by 38 MB over 250 hostile statements), so that it is begun anew where it has
 * become large.
 */
final class GrammarMemory {
    /** About 7 kB each; all that the saved queries need is a tenth of it. */
    static final int MOST_STATES = 4_000;

    private static volatile GrammarMemory current = new GrammarMemory(Cypher5Parser._ATN);

    private final DFA[] decisions;
    private final PredictionContextCache contexts = new PredictionContextCache();

    private GrammarMemory(ATN grammar) {
        this.decisions = grammar.decisionToState.stream()
                .map(decision -> new DFA(decision, decision.decision))
                .toArray(DFA[]::new);
    }

    /** Lets a parser use and enlarge what those before it learnt. */
    static void lendTo(Parser parser) {
        GrammarMemory memory = current;
        if (memory.states() > MOST_STATES) {
            memory = new GrammarMemory(parser.getATN());
            current = memory;
        }
        parser.setInterpreter(new ParserATNSimulator(parser, parser.getATN(), memory.decisions, memory.contexts));
    }

    private int states() {
        return Stream.of(decisions).mapToInt(decision -> decision.states.size()).sum();
    }

    /** How many states are remembered at present. */
    static int size() {
        return current.states();
    }
}
