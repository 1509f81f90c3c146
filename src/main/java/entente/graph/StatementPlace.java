package entente.graph;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * A place in a statement.
 *
 * @param line from 1
 * @param column from 1
 */
public record StatementPlace(int line, int column) {
    /** Where a part begins; behind a character that is written as an escape, the column is smaller. */
    static StatementPlace of(ParseTree part) {
        Token first = part instanceof ParserRuleContext rule ? rule.getStart() : ((TerminalNode) part).getSymbol();
        return new StatementPlace(first.getLine(), first.getCharPositionInLine() + 1);
    }

    /** The same place, in the text that so many characters were put in front of. */
    StatementPlace behind(int characters) {
        return line == 1 ? new StatementPlace(line, column - characters) : this;
    }
}
