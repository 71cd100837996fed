package org.goldenbridge.catalogue.centre;

import org.goldenbridge.platform.text.LocalizedText;

/** What is read of {@code org.goldenbridge.centre.changed.v1}. */
record CentreFact(String id, long version, boolean withdrawn, LocalizedText name, LocalizedText city, String country) {}
