package org.goldenbridge.centre;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.goldenbridge.testing.ArchitectureRules;

@AnalyzeClasses(packages = "org.goldenbridge.centre", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_ARE_FEATURES = ArchitectureRules.packagesAreFeatures();

    @ArchTest
    static final ArchRule RESOURCES_ARE_INVISIBLE = ArchitectureRules.resourcesAreInvisible();

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = ArchitectureRules.featuresAreFreeOfCycles("centre");
}
