package fr.unefois.mdm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The design's dependency rule: a package sees only packages above it in the list. */
class ArchitectureTest {
    private static final String ROOT = "fr.unefois.mdm.";

    private static final List<String> ORDER = List.of(
            "command",
            "config",
            "record",
            "standardise",
            "block",
            "compare",
            "decide",
            "cluster",
            "golden",
            "review",
            "change",
            "access",
            "arrive",
            "bulk",
            "estimate",
            "store",
            "search");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.unefois.mdm");

    @Test
    void aPackageSeesOnlyPackagesAboveIt() {
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> below = ORDER.subList(i + 1, ORDER.size());
            noClasses()
                    .that(areIn(List.of(ORDER.get(i))))
                    .should()
                    .dependOnClassesThat(areIn(below))
                    .allowEmptyShould(true)
                    .check(CORE);
        }
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(CORE.stream()
                        .map(type -> type.getPackageName().substring("fr.unefois.mdm".length()))
                        .map(name -> name.isEmpty() ? "" : name.substring(1).split("\\.", 2)[0]))
                .isSubsetOf(ORDER);
    }

    @Test
    void aboveTheStoreOnlyTheJdkAndSmallPureLibrariesAreUsed() {
        classes()
                .that(areIn(ORDER.subList(0, ORDER.indexOf("store"))))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "fr.unefois.mdm..",
                        "org.jspecify.annotations..",
                        "org.apache.commons.text..",
                        "org.apache.commons.codec..",
                        "org.snakeyaml.engine..",
                        "com.google.i18n.phonenumbers..")
                .check(CORE);
    }

    @Test
    void jackson2IsNobodysDependency() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(CORE);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> areIn(List<String> packages) {
        return describe(
                "are in " + packages,
                type -> packages.stream()
                        .anyMatch(name -> type.getPackageName().equals(ROOT + name)
                                || type.getPackageName().startsWith(ROOT + name + ".")));
    }
}
