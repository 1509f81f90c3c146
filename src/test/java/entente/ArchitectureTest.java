package entente;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the root package's map. */
class ArchitectureTest {
    private static final JavaClasses ENTENTE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("entente");

    @Test
    void modelKnowsNothingButTheJdkAndWhatMayBeNull() {
        onlyDependsOn("entente.model..", "entente.model..", "java..", "org.jspecify..");
    }

    @Test
    void graphKnowsOnlyModel() {
        knowsOfEntenteOnly("entente.graph..", "entente.graph..", "entente.model..");
    }

    @Test
    void loadKnowsOnlyGraphAndModel() {
        knowsOfEntenteOnly("entente.load..", "entente.load..", "entente.graph..", "entente.model..");
    }

    @Test
    void queryKnowsOnlyGraphAndModel() {
        knowsOfEntenteOnly("entente.query..", "entente.query..", "entente.graph..", "entente.model..");
    }

    @Test
    void exploreKnowsOnlyGraphAndModel() {
        knowsOfEntenteOnly("entente.explore..", "entente.explore..", "entente.graph..", "entente.model..");
    }

    @Test
    void exportKnowsOnlyModel() {
        knowsOfEntenteOnly("entente.export..", "entente.export..", "entente.model..");
    }

    @Test
    void webKnowsNeitherLoadNorCliNorTheBundledDatabase() {
        neverKnows("entente.web..", "entente.load..", "entente.cli..", "entente.graph.bundled..");
    }

    @Test
    void onlyMainKnowsCli() {
        classes()
                .that()
                .resideInAPackage("entente.cli..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("entente", "entente.cli..")
                .check(ENTENTE);
    }

    @Test
    void nothingKnowsMain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("entente.Main")
                .check(ENTENTE);
    }

    @Test
    void mainKnowsOnlyCli() {
        knowsOfEntenteOnly("entente", "entente", "entente.cli..");
    }

    @Test
    void onlyGraphKnowsTheDriver() {
        isKnownOnlyIn("entente.graph..", "org.neo4j..");
    }

    @Test
    void onlyWebKnowsJavalin() {
        isKnownOnlyIn("entente.web..", "io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..");
    }

    @Test
    void onlyCliKnowsPicocli() {
        isKnownOnlyIn("entente.cli..", "picocli..");
    }

    @Test
    void modelAndGraphDoNotKnowJackson() {
        neverKnows("entente.model..", "com.fasterxml..");
        neverKnows("entente.graph..", "com.fasterxml..");
    }

    @Test
    void onlyTheCommandLineStartsTheBundledDatabase() {
        classes()
                .that()
                .resideInAPackage("entente.graph.bundled..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("entente.graph.bundled..", "entente.cli..")
                .check(ENTENTE);
    }

    @Test
    void theLifelineInTheDatabasesProcessKnowsNothingButTheJdk() {
        onlyDependsOn("entente.graph.bundled.lifeline", "entente.graph.bundled.lifeline", "java..");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("entente.(**)").should().beFreeOfCycles().check(ENTENTE);
    }

    private static void onlyDependsOn(String packages, String... known) {
        classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known)
                .check(ENTENTE);
    }

    private static void knowsOfEntenteOnly(String packages, String... known) {
        noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat(resideInAPackage("entente..").and(not(resideInAnyPackage(known))))
                .check(ENTENTE);
    }

    private static void neverKnows(String packages, String... unknown) {
        noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(unknown)
                .check(ENTENTE);
    }

    private static void isKnownOnlyIn(String packages, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(ENTENTE);
    }
}
