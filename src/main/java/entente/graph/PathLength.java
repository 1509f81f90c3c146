package entente.graph;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NodePatternContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParenthesizedPathContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PathLengthContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.QuantifierContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RelationshipPatternContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ShortestPathExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ShortestPathPatternContext;

/** How many relationships a path may have, by what the patterns of a statement say of it. */
final class PathLength {
    private PathLength() {}

    /**
     * Of the longest path that the statement can have. Its patterns make all there are: none is stored, and none is a
     * parameter.
     *
     * @return at least {@link ListLength#UNKNOWN} where a pattern does not say how often it repeats
     */
    static double ofLongest(ParseTree statement) {
        double longest = isPath(statement) ? of(statement) : 0;
        for (int child = 0; child < statement.getChildCount(); child++) {
            longest = Math.max(longest, ofLongest(statement.getChild(child)));
        }
        return longest;
    }

    /** Of the relationships that a pattern finds one after the other. */
    static double ofRepeated(RelationshipPatternContext relationships) {
        double most = of(relationships);
        for (ParseTree around = relationships.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ShortestPathPatternContext) {
                return Math.min(most, ListLength.SHORT);
            }
            // Another pattern, in a condition
            if (around instanceof ExpressionContext) {
                return most;
            }
        }
        return most;
    }

    /** A pattern without a name is matched, and there is no path of it. */
    private static boolean isPath(ParseTree node) {
        return (node instanceof PatternContext pattern && pattern.variable() != null)
                || (node instanceof PatternComprehensionContext list && list.variable() != null)
                || node instanceof PatternExpressionContext
                || node instanceof ShortestPathExpressionContext;
    }

    private static double of(ParseTree part) {
        if (part instanceof RelationshipPatternContext relationship) {
            return most(relationship.pathLength());
        }
        if (part instanceof ParenthesizedPathContext path) {
            return of(path.pattern()) * most(path.quantifier());
        }
        if (part instanceof ShortestPathPatternContext shortest) {
            return Math.min(of(shortest.patternElement()), ListLength.SHORT); // few steps join what is joined at all
        }
        // Patterns in their conditions are others
        if (part instanceof NodePatternContext || part instanceof ExpressionContext) {
            return 0;
        }
        double all = 0;
        double last = 0;
        for (int child = 0; child < part.getChildCount(); child++) {
            double next = part.getChild(child) instanceof QuantifierContext quantifier
                    ? last * (most(quantifier) - 1)
                    : of(part.getChild(child));
            all += next;
            last = next;
        }
        return all;
    }

    private static double most(@Nullable PathLengthContext stars) {
        if (stars == null) {
            return 1;
        }
        Token most = stars.single == null ? stars.to : stars.single;
        return most == null ? ListLength.UNKNOWN : number(most.getText());
    }

    private static double most(@Nullable QuantifierContext quantifier) {
        if (quantifier == null) {
            return 1;
        }
        if (quantifier.COMMA() != null) {
            return quantifier.to == null ? ListLength.UNKNOWN : number(quantifier.to.getText());
        }
        TerminalNode exactly = quantifier.UNSIGNED_DECIMAL_INTEGER(0);
        return exactly == null ? ListLength.UNKNOWN : number(exactly.getText());
    }

    private static double number(String written) {
        return written.matches("\\d{1,6}") ? Integer.parseInt(written) : ListLength.UNKNOWN;
    }
}
