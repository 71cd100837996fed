package org.goldenbridge.acceptance;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Processes that are killed, stopped, cut off or started anew. Most of its time is waiting, so it runs in a JVM and with a
 * network of its own beside {@link EverydaySuite}.
 */
@Suite
@SelectPackages(FaultSuite.PACKAGE)
@IncludeClassNamePatterns(".*IT")
class FaultSuite {
    static final String PACKAGE = "org.goldenbridge.acceptance.fault";
}
