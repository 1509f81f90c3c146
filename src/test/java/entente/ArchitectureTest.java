package entente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages: see {@code entente/package-info.java}. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("entente");

    @Test
    void modelKnowsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("entente.model")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "entente.model")
                .check(CODE);
    }

    @Test
    void graphKnowsNothingAboveIt() {
        mustNotKnow("entente.graph..", "entente.load..", "entente.query..", "entente.explore..", "entente.export..");
        mustNotKnow("entente.graph..", "entente.web..", "entente.cli..");
    }

    @Test
    void loadQueryAndExploreNeverKnowEachOther() {
        mustNotKnow("entente.load..", "entente.query..", "entente.explore..", "entente.export..");
        mustNotKnow("entente.query..", "entente.load..", "entente.explore..", "entente.export..");
        mustNotKnow("entente.explore..", "entente.load..", "entente.query..", "entente.export..");
    }

    @Test
    void exportKnowsTheModelAlone() {
        mustNotKnow("entente.export..", "entente.graph..", "entente.load..", "entente.query..", "entente.explore..");
    }

    @Test
    void webDoesNotLoad() {
        mustNotKnow("entente.web..", "entente.load..", "entente.cli..");
    }

    @Test
    void nothingBelowKnowsTheCommandLineOrTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackages("entente", "entente.cli..", "entente.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("entente.cli..", "entente.web..")
                .check(CODE);
    }

    @Test
    void onlyGraphKnowsTheDriver() {
        only("entente.graph..", "org.neo4j..");
    }

    @Test
    void onlyWebKnowsJavalin() {
        only("entente.web..", "io.javalin..");
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        only("entente.cli..", "picocli..");
    }

    @Test
    void neitherModelNorGraphKnowsJackson() {
        mustNotKnow("entente.model..", "com.fasterxml..");
        mustNotKnow("entente.graph..", "com.fasterxml..");
    }

    @Test
    void theLifelineKnowsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("entente.graph.bundled.lifeline")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "entente.graph.bundled.lifeline")
                .check(CODE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("entente.(*)..").should().beFreeOfCycles().check(CODE);
    }

    private static void mustNotKnow(String from, String... packages) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CODE);
    }

    private static void only(String allowed, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CODE);
    }
}
