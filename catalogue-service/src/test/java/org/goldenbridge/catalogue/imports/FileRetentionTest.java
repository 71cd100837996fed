package org.goldenbridge.catalogue.imports;

import static org.goldenbridge.catalogue.imports.Marc.book;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestPostgres.value;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.RestApi;
import org.junit.jupiter.api.Test;

/** What becomes of the files of imports that are over. */
@CatalogueServiceTest
class FileRetentionTest {
    private static final byte[] BROKEN = "00026nam a2200025   4500 this is no directory\u001E\u001D"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    @Inject
    FileRetention retention;

    private static long pieces(UUID importId) {
        return count("select 1 from import_chunk where import_id = '%s'".formatted(importId));
    }

    /** The import is as old as it would be after so many days. */
    private static void age(UUID importId, int days) {
        Desk.change("""
                update import set created_at = created_at - interval '%1$d days', applied_at = applied_at - interval '%1$d days'
                where id = '%2$s'""".formatted(days, importId));
    }

    private static void withdraw(Desk desk, UUID importId) {
        RestApi.as(desk.cataloguer()).delete("/v1/imports/" + importId).statusCode(204);
    }

    @Test
    void theFileOfAnAppliedImportGoesAfterTheDaysAndItCanStillBeShownAndUndone() {
        var desk = Desk.open();
        var id = desk.plan(Marc.file(book("a1", "Абай жолы"), book("a2", "Қан мен тер")));
        desk.apply(id);
        age(id, 89);
        retention.tidy();
        assertEquals(1, pieces(id));
        desk.get("/v1/imports/" + id + "/rows/1/original").statusCode(200);

        age(id, 2);
        retention.tidy();
        assertEquals(0, pieces(id));
        assertEquals("applied", desk.read(id).getString("state"));
        desk.get("/v1/imports/" + id + "/rows").body("items", hasSize(2));
        desk.get("/v1/imports/" + id + "/rows/1/original")
                .statusCode(404)
                .body("detail", containsString("no longer kept"));
        var record = desk.recordOf("a1");
        desk.undo(id);
        assertEquals("deleted", value("select state from record where id = '%s'".formatted(record)));
    }

    @Test
    void whatCouldNotBeReadKeepsItsBytesAndOnlyThePiecesAroundThem() {
        var desk = Desk.open();
        var file = new ByteArrayOutputStream();
        for (int nth = 0; file.size() < 3 * FileStore.PIECE; nth++) {
            file.writeBytes(book("large" + nth, "Number " + nth + " " + "x".repeat(9000))
                    .iso());
        }
        file.writeBytes(BROKEN);
        file.writeBytes(book("last", "Behind it").iso());
        var id = desk.plan(file.toByteArray());
        var broken = desk.get("/v1/imports/" + id + "/rows?outcome=unreadable").<Integer>path("items[0].nth");
        desk.apply(id);
        assertEquals(4, pieces(id));
        age(id, 91);
        retention.tidy();
        assertEquals(List.of("3"), Desk.ask("select nth from import_chunk where import_id = '%s'".formatted(id)));
        assertArrayEquals(
                BROKEN,
                desk.get("/v1/imports/" + id + "/rows/" + broken + "/original")
                        .statusCode(200)
                        .asByteArray());
        desk.get("/v1/imports/" + id + "/rows/1/original").statusCode(404);
    }

    @Test
    void theFileOfAWithdrawnImportGoesWhole() {
        var desk = Desk.open();
        var id = desk.plan(Marc.file(book("a1", "Abai").iso(), BROKEN));
        withdraw(desk, id);
        retention.tidy();
        assertEquals(0, pieces(id));
        desk.get("/v1/imports/" + id + "/rows").body("items", hasSize(2));
        desk.get("/v1/imports/" + id + "/rows/2/original").statusCode(404);
    }

    @Test
    void aPlanThatNobodyHasDecidedAboutKeepsItsFileHoweverOldItIs() {
        var desk = Desk.open();
        var id = desk.plan(Marc.file(book("a1", "Abai")));
        age(id, 1000);
        retention.tidy();
        assertEquals(1, pieces(id));
        desk.apply(id);
    }

    @Test
    void whatWaitedForItsFileForSoLongIsGivenUp() {
        var desk = Desk.open();
        var young = desk.begin();
        var old = desk.begin();
        Desk.change("insert into import_chunk values ('%s', 0, 'cut')".formatted(old));
        age(old, 91);
        retention.tidy();
        assertEquals(0, pieces(old));
        assertEquals("withdrawn", desk.read(old).getString("state"));
        desk.send(old, book("a1", "Too late").iso()).statusCode(409).body("type", endsWith("wrong-state"));
        desk.send(young, book("a1", "In time").iso()).statusCode(202);
    }

    @Test
    void undoingIsRefusedForWhatWasGivenUp() {
        var desk = Desk.open();
        var id = desk.plan(Marc.file(book("a1", "Abai")));
        withdraw(desk, id);
        retention.tidy();
        post(desk.cataloguer(), "/v1/imports/" + id + "/undoing", "")
                .statusCode(409)
                .body("detail", containsString("It is over"));
    }
}
