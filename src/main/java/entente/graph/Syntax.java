package entente.graph;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression3Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionArgumentContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.LiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NumberLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParenthesizedExpressionContext;

/** Reads what is written in a parsed statement: names, numbers, functions and their arguments. */
final class Syntax {
    private Syntax() {}

    /** What an expression is, without the rules and brackets that only pass it on. */
    static ParseTree peel(ParseTree node) {
        ParseTree inner = node;
        while (true) {
            if (inner instanceof ParenthesizedExpressionContext brackets) {
                inner = brackets.expression();
            } else if (inner.getChildCount() == 1 && passesOn(inner)) {
                inner = inner.getChild(0);
            } else {
                return inner;
            }
        }
    }

    private static boolean passesOn(ParseTree node) {
        return node instanceof LiteralContext || node.getClass().getSimpleName().startsWith("Expression");
    }

    /** A name as the database knows it, without its quotes. */
    static String name(ParseTree symbol) {
        String text = symbol.getText();
        return text.startsWith("`") ? text.substring(1, text.length() - 1).replace("``", "`") : text;
    }

    /** The lower-case name of a function that is in no namespace, or nothing. */
    static String function(ParseTree node) {
        if (!(node instanceof FunctionInvocationContext call)
                || (call.functionName().namespace() != null
                        && call.functionName().namespace().getChildCount() > 0)) {
            return "";
        }
        return name(call.functionName().symbolicNameString()).toLowerCase(Locale.ROOT);
    }

    static List<ExpressionContext> arguments(FunctionInvocationContext call) {
        return call.functionArgument().stream()
                .map(FunctionArgumentContext::expression)
                .toList();
    }

    /** Whether a number is written there. */
    static boolean isNumber(ParseTree expression) {
        ParseTree node = peel(expression);
        return node instanceof NumberLiteralContext
                || (node instanceof Expression3Context signed
                        && peel(signed.expression2()) instanceof NumberLiteralContext);
    }

    /** The whole number that is written there, or nothing. */
    static OptionalLong integer(ParseTree expression) {
        ParseTree node = peel(expression);
        if (node instanceof NumberLiteralContext) {
            return integer(node.getText());
        }
        if (node instanceof Expression3Context signed
                && peel(signed.expression2()) instanceof NumberLiteralContext number) {
            return integer((signed.MINUS() == null ? "" : "-") + number.getText());
        }
        return OptionalLong.empty();
    }

    private static OptionalLong integer(String text) {
        try {
            return OptionalLong.of(Long.decode(text.replace("_", "").replaceFirst("^(-?0)o", "$1")));
        } catch (NumberFormatException noWholeNumber) {
            return OptionalLong.empty();
        }
    }
}
