package org.goldenbridge.event;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every test that needs no browser. It runs in a JVM of its own beside {@link BrowserTests}. */
@Suite
@SelectPackages("org.goldenbridge.event")
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(BrowserTests.NAMES)
class HttpTests {}
