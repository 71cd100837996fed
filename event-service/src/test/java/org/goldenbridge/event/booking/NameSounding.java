package org.goldenbridge.event.booking;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Lets tests of other packages have the keys of names made at once. */
@Singleton
public class NameSounding {
    @Inject
    NameSoundJob job;

    public void makeSounds() throws SQLException {
        job.makeSounds();
    }
}
