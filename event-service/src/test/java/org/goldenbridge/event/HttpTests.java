package org.goldenbridge.event;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every test that needs no browser, but for those of pages. It runs in a JVM of its own beside {@link BrowserTests}. */
@Suite
@SelectPackages("org.goldenbridge.event")
@ExcludePackages({PageTests.DESK, PageTests.PUBLIC})
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(BrowserTests.NAMES)
class HttpTests {}
