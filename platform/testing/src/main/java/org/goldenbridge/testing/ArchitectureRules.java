package org.goldenbridge.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

/** The three rules of structure, the same for every service. */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /** A package is a feature, and never a layer. */
    public static ArchRule packagesAreFeatures() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..service..",
                        "..repository..",
                        "..rest..",
                        "..dto..",
                        "..mapper..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..exception..",
                        "..impl..");
    }

    /** What answers requests and what holds the rules stay inside their feature: its package is the boundary. */
    public static ArchRule resourcesAreInvisible() {
        return classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();
    }

    /** Features do not depend on each other in circles. */
    public static ArchRule featuresAreFreeOfCycles(String service) {
        return slices().matching("org.goldenbridge." + service + ".(*)..")
                .should()
                .beFreeOfCycles();
    }
}
