package org.goldenbridge.event;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What the pages of the desk and the public say over HTTP. It runs in the JVM of {@link BrowserTests}, which is done first. */
@Suite
@SelectPackages({PageTests.DESK, PageTests.PUBLIC})
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(BrowserTests.NAMES)
class PageTests {
    static final String DESK = "org.goldenbridge.event.desk";
    static final String PUBLIC = "org.goldenbridge.event.whatson";
}
