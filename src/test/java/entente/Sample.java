package entente;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The tests of the class only read, and find the base and the sample dossier in the graph. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Sample {
    /** Whether the graph also holds a few roll calls, borders and alliances: the files below {@code excerpts}. */
    boolean withExcerpts() default false;
}
