package entente.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Lexer;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser;

/**
 * Reads a statement by Neo4j's own grammar of Cypher 5, within bounds that keep the database's parser and planner from
 * overflowing their stacks: <em>measured</em> on Neo4j 5.26, a statement that overflows it is never answered.
 */
final class CypherParser {
    /** Longer than what people write, and about what the parser reads in three seconds at worst. */
    static final int LONGEST = 100_000;

    /** One expression inside another is thirteen rules deep, so this is about forty of them. */
    private static final int DEEPEST_RULE = 540;

    private static final int DEEPEST_BRACKET = 60;

    /** The database replaces these before it reads a statement, within strings or not. */
    static final Pattern ESCAPED_CHARACTER = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");

    private CypherParser() {}

    /**
     * Reads a statement.
     *
     * @param text of at most {@link #LONGEST} characters
     * @return what it consists of, or null where the grammar does not know it
     * @throws GraphException.Refused if it is nested too deeply
     */
    static Cypher5Parser.@Nullable StatementsContext parse(String text) {
        Cypher5Lexer lexer = new Cypher5Lexer(CharStreams.fromString(unescaped(text)));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        refuseDeepBrackets(tokens);
        Cypher5Parser parser = new Cypher5Parser(tokens);
        GrammarMemory.lendTo(parser);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.addParseListener(new Depth());
        return statements(parser);
    }

    private static String unescaped(String text) {
        return ESCAPED_CHARACTER.matcher(text).replaceAll(escape -> {
            char meant = (char) Integer.parseInt(escape.group(1), 16);
            return Matcher.quoteReplacement(Character.toString(meant));
        });
    }

    /** The quick mode of prediction reads all but rare statements; the full one reads every one. */
    private static Cypher5Parser.@Nullable StatementsContext statements(Cypher5Parser parser) {
        try {
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            return parser.statements();
        } catch (ParseCancellationException quickFailed) {
            parser.reset();
            parser.removeParseListeners();
            parser.addParseListener(new Depth());
        }
        try {
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            return parser.statements();
        } catch (ParseCancellationException unknown) {
            return null;
        }
    }

    /** Before anything is parsed, and also in what will not parse, which the database is still asked about. */
    private static void refuseDeepBrackets(CommonTokenStream tokens) {
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            depth += switch (token.getType()) {
                case Cypher5Lexer.LPAREN, Cypher5Lexer.LBRACKET, Cypher5Lexer.LCURLY -> 1;
                case Cypher5Lexer.RPAREN, Cypher5Lexer.RBRACKET, Cypher5Lexer.RCURLY -> -1;
                default -> 0;
            };
            if (depth > DEEPEST_BRACKET) {
                throw tooDeep();
            }
        }
    }

    private static GraphException.Refused tooDeep() {
        return new GraphException.Refused("the statement is nested too deeply; break it up with WITH");
    }

    /** Ends the parse where rules nest too deeply, so that this parser keeps its own stack too. */
    private static final class Depth implements ParseTreeListener {
        private int depth;

        @Override
        public void enterEveryRule(ParserRuleContext rule) {
            depth++;
            if (depth > DEEPEST_RULE) {
                throw tooDeep();
            }
        }

        @Override
        public void exitEveryRule(ParserRuleContext rule) {
            depth--;
        }

        @Override
        public void visitTerminal(TerminalNode node) {}

        @Override
        public void visitErrorNode(ErrorNode node) {}
    }
}
