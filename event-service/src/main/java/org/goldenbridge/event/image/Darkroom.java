package org.goldenbridge.event.image;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes what we keep out of what was uploaded; so few at a time that memory and processors are left for the schedule. */
@Singleton
class Darkroom {
    private static final int RECEIVED_AT_ONCE = 6;
    private static final int DECODED_AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;

    private final Semaphore receiving = new Semaphore(RECEIVED_AT_ONCE);
    private final Semaphore decoding = new Semaphore(DECODED_AT_ONCE, true);

    /**
     * Takes a file in and makes its renditions.
     *
     * @param announced what the client says that it is
     * @throws Refusal 415 or 422 when it is none that is taken, 503 {@code images-busy} when there is too much to do
     */
    Renditions develop(InputStream body, @Nullable String announced) {
        if (!receiving.tryAcquire()) {
            throw busy();
        }
        try {
            var file = receive(body);
            return decoded(Source.of(file, ImageType.of(file, announced)));
        } finally {
            receiving.release();
        }
    }

    private static byte[] receive(InputStream body) {
        try {
            return body.readAllBytes(); // the front guard has set its limit
        } catch (IOException e) {
            throw Refusal.badRequest("upload-broke-off", "The file broke off on its way. Send it again.");
        }
    }

    private Renditions decoded(Source source) {
        try {
            if (!decoding.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return Renditions.of(source);
        } finally {
            decoding.release();
        }
    }

    private static Refusal busy() {
        return Refusal.unavailable(
                "images-busy",
                "Many images are being uploaded at this moment. Send it again shortly.",
                PATIENCE_SECONDS);
    }
}
