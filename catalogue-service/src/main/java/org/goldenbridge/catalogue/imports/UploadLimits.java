package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a file may become when it is unpacked. */
@Singleton
class UploadLimits {
    /** So much may be unpacked before its ratio is looked at: short texts of one character pack well. */
    static final long FREE_OF_RATIO = 10L << 20;

    final long unpacked;
    final long ratio;

    /**
     * @param unpacked the most bytes of an unpacked file
     * @param ratio how many bytes one packed byte may become
     */
    UploadLimits(
            @ConfigProperty(name = "goldenbridge.imports.unpacked-limit", defaultValue = "8589934592") long unpacked,
            @ConfigProperty(name = "goldenbridge.imports.unpacked-ratio", defaultValue = "200") long ratio) {
        this.unpacked = unpacked;
        this.ratio = ratio;
    }
}
