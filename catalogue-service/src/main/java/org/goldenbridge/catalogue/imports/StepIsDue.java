package org.goldenbridge.catalogue.imports;

/** An import has a step before it; told within the transaction that makes it so, and heard when it is committed. */
record StepIsDue() {}
