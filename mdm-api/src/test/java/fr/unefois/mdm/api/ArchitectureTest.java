package fr.unefois.mdm.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Histories;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** The modules meet in the database, the features of the api nowhere; every endpoint asks for leave. */
class ArchitectureTest {
    private static final String API = "fr.unefois.mdm.api.";
    private static final List<String> FEATURES =
            List.of("change", "identity", "profile", "prefill", "review", "source");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.unefois.mdm");

    @Test
    void theApiSeesNeitherBatchNorConnectors() {
        noClasses()
                .that()
                .resideInAPackage("fr.unefois.mdm.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.unefois.mdm.batch..", "fr.unefois.mdm.connectors..")
                .check(ALL);
    }

    @Test
    void nobodySeesTheApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.unefois.mdm.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.unefois.mdm.api..")
                .check(ALL);
    }

    @Test
    void connectorsSeeOfTheCoreItsRecordsConfigurationAndCommands() {
        noClasses()
                .that()
                .resideInAPackage("fr.unefois.mdm.connectors..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are the rest of ours",
                        type -> type.getPackageName().startsWith("fr.unefois.mdm.")
                                && List.of("connectors", "record", "config", "command").stream()
                                        .noneMatch(name -> type.getPackageName().startsWith("fr.unefois.mdm." + name))))
                .check(ALL);
    }

    @Test
    void featuresDoNotSeeEachOther() {
        for (String feature : FEATURES) {
            String[] others = FEATURES.stream()
                    .filter(other -> !other.equals(feature))
                    .map(other -> API + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(API + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(ALL);
        }
    }

    @Test
    void noFeatureSeesThePagesOverIt() {
        for (String feature : FEATURES) {
            noClasses()
                    .that()
                    .resideInAPackage(API + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(API + "console..", API + "demo..", API + "server..")
                    .check(ALL);
        }
    }

    @Test
    void everyEndpointGoesThroughTheGate() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Gate.class)
                .check(ALL);
    }

    /** Whoever needs a citizen of the whole base decides about records, and tells nobody a value. */
    @Test
    void featuresReadGoldenRecordsUnderASight() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        API + "access..", API + "change..", API + "identity..", API + "profile..", API + "prefill..")
                .should()
                .callMethod(Citizens.class, "find", UUID.class)
                .orShould()
                .callMethod(Histories.class, "at", UUID.class, Instant.class)
                .orShould()
                .callMethod(Histories.class, "last", UUID.class)
                .check(ALL);
    }

    @Test
    void jackson2IsNobodysDependency() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(ALL);
    }
}
