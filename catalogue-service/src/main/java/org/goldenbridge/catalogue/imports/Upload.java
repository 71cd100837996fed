package org.goldenbridge.catalogue.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.goldenbridge.catalogue.marc.FileForm;
import org.goldenbridge.catalogue.marc.NotMarcException;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Takes a file in, piece by piece as it comes: no transaction is open while the sender is slow, and what broke off can be
 * sent again from its beginning.
 */
@Singleton
class Upload {
    private final FileStore files;
    private final UploadLimits limits;
    private final Event<StepIsDue> due;

    Upload(FileStore files, UploadLimits limits, Event<StepIsDue> due) {
        this.files = files;
        this.limits = limits;
        this.due = due;
    }

    /**
     * Keeps the file of an import that waits for one, and lets it be planned.
     *
     * @throws Refusal 422 when it is no file of MARC records, cannot be unpacked, or becomes too large; 409 when the import
     *     does not wait for a file; 400 when it broke off
     */
    Import receive(UUID importId, InputStream body) {
        var attempt = begin(importId);
        try (var file = Unpacked.of(body, limits)) {
            var piece = FileStore.next(file);
            var form = FileForm.detect(Arrays.copyOf(piece, Math.min(piece.length, FileForm.HEAD)));
            long size = 0;
            for (int nth = 0; piece.length > 0; nth++) {
                files.append(importId, attempt, nth, piece);
                size += piece.length;
                piece = piece.length < FileStore.PIECE ? new byte[0] : FileStore.next(file);
            }
            return complete(importId, attempt, form, size);
        } catch (NotMarcException e) {
            refuse(importId, attempt, e.sentence());
            throw Refusal.unprocessable("not-marc", e.sentence());
        } catch (Refusal e) {
            if (e.code().equals("unpacks-too-large")) {
                refuse(importId, attempt, String.valueOf(e.getMessage()));
                files.clear(importId);
            }
            throw e;
        } catch (IOException e) {
            throw Refusal.badRequest(
                    "upload-broke-off", "The file broke off on its way. Send it again from its beginning.");
        }
    }

    private UUID begin(UUID importId) {
        var attempt = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> Import.locked(importId).receive(attempt));
        files.clear(importId);
        return attempt;
    }

    private Import complete(UUID importId, UUID attempt, FileForm form, long size) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var received = Import.locked(importId);
            received.planIt(attempt, form, size);
            received.persistAndFlush();
            due.fire(new StepIsDue());
            return received;
        });
    }

    private static void refuse(UUID importId, UUID attempt, String sentence) {
        QuarkusTransaction.requiringNew().run(() -> Import.locked(importId).refuse(attempt, sentence));
    }
}
