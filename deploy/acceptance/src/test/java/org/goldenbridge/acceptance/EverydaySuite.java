package org.goldenbridge.acceptance;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What people, apps and partners do with a network that is well. It has a JVM and a network of its own beside {@link FaultSuite}. */
@Suite
@SelectPackages("org.goldenbridge.acceptance")
@ExcludePackages(FaultSuite.PACKAGE)
@IncludeClassNamePatterns(".*IT")
class EverydaySuite {}
