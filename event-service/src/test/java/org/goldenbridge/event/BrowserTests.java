package org.goldenbridge.event;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of pages in a browser. They run in a JVM of their own, with one browser, beside {@link HttpTests}. */
@Suite
@SelectPackages("org.goldenbridge.event")
@IncludeClassNamePatterns(BrowserTests.NAMES)
class BrowserTests {
    static final String NAMES = ".*InBrowserTest";
}
