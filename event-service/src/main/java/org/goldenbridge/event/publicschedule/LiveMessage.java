package org.goldenbridge.event.publicschedule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names in the API description what the data of a server-sent event is. */
@Schema(
        description =
                "The data of an event of the live schedule: PlacesLeft with `places`, SessionMoved with `session`, OnNow"
                        + " with `now-next`; empty with `hello` and `reload`.",
        oneOf = {LiveMessages.PlacesLeft.class, LiveMessages.SessionMoved.class, NowAndNext.OnNow.class})
final class LiveMessage {
    private LiveMessage() {}
}
