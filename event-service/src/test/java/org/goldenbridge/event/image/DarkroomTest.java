package org.goldenbridge.event.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.goldenbridge.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class DarkroomTest {
    private static final int AT_ONCE = 6;

    private final Darkroom darkroom = new Darkroom();

    @Test
    void takesOnlySoManyFilesAtOnce() throws InterruptedException {
        var begun = new CountDownLatch(AT_ONCE);
        var goOn = new CountDownLatch(1);
        var uploads = new ArrayList<CompletableFuture<Renditions>>();
        for (var i = 0; i < AT_ONCE; i++) {
            var file = new Slow(Pictures.jpeg(300, 200), begun, goOn);
            uploads.add(CompletableFuture.supplyAsync(
                    () -> darkroom.develop(file, "image/jpeg"), task -> new Thread(task).start()));
        }
        begun.await();
        var refusal = assertThrows(Refusal.class, () -> darkroom.develop(jpeg(), "image/jpeg"));
        assertEquals("images-busy", refusal.code());
        goOn.countDown();
        uploads.forEach(upload -> assertEquals(300, upload.join().large().width));
        assertEquals(300, darkroom.develop(jpeg(), "image/jpeg").large().width);
    }

    @Test
    void losesNoPlaceToFilesThatAreRefused() {
        for (var i = 0; i < 2 * AT_ONCE; i++) {
            assertThrows(Refusal.class, () -> darkroom.develop(InputStream.nullInputStream(), "image/jpeg"));
            assertThrows(
                    Refusal.class,
                    () -> darkroom.develop(new ByteArrayInputStream(Pictures.bomb(5_000, 5_000)), "image/png"));
            assertEquals(
                    "upload-broke-off",
                    assertThrows(Refusal.class, () -> darkroom.develop(new Broken(), null))
                            .code());
        }
        assertEquals(300, darkroom.develop(jpeg(), "image/jpeg").large().width);
    }

    private static InputStream jpeg() {
        return new ByteArrayInputStream(Pictures.jpeg(300, 200));
    }

    /** A file that stands still on its way. */
    private static final class Slow extends ByteArrayInputStream {
        private final CountDownLatch begun;
        private final CountDownLatch goOn;

        Slow(byte[] file, CountDownLatch begun, CountDownLatch goOn) {
            super(file);
            this.begun = begun;
            this.goOn = goOn;
        }

        @Override
        public synchronized byte[] readAllBytes() {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.readAllBytes();
        }
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the line is cut");
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return read();
        }
    }
}
