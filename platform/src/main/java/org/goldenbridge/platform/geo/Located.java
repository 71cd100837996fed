package org.goldenbridge.platform.geo;

import org.jspecify.annotations.Nullable;

/** Something with a point on the earth, in degrees (WGS 84); both are there or none. */
public interface Located {
    /** North of the equator, or south of it where it is negative. */
    @Nullable
    Double latitude();

    /** East of Greenwich, or west of it where it is negative. */
    @Nullable
    Double longitude();
}
