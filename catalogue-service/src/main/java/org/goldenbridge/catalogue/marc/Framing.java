package org.goldenbridge.catalogue.marc;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts the records of a file out of its bytes. */
interface Framing {
    @Nullable
    Frame next() throws IOException;
}
