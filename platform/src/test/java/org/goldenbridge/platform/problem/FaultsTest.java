package org.goldenbridge.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotFoundException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    @ParameterizedTest
    @CsvSource({
        "08006, 503, database-away",
        "57P01, 503, database-away",
        "53300, 503, database-away",
        "40P01, 503, busy",
        "40001, 503, busy",
        "23505, 409, overtaken",
        "23P01, 409, overtaken",
    })
    void tellsWhatTheDatabaseSaidHoweverDeepItIsWrapped(String state, int status, String code) {
        var thrown = new RuntimeException(new IllegalStateException(new SQLException("told by PostgreSQL", state)));
        var refusal = Faults.refusalFor(thrown).orElseThrow();
        assertEquals(status, refusal.status());
        assertEquals(code, refusal.code());
    }

    @Test
    void keepsABugABug() {
        assertTrue(Faults.refusalFor(new IllegalArgumentException("ours")).isEmpty());
        assertTrue(Faults.refusalFor(new RuntimeException(new SQLException("no such column", "42703")))
                .isEmpty());
    }

    @Test
    void tellsALostEditAsStale() {
        assertEquals(
                412,
                Faults.refusalFor(new RuntimeException(new OptimisticLockException()))
                        .orElseThrow()
                        .status());
    }

    @Test
    void tellsTheFrameworksOwnErrorsInOurWords() {
        assertEquals(
                "not-found",
                Faults.refusalFor(new NotFoundException()).orElseThrow().code());
    }

    @Test
    void knowsWhichFaultsPass() {
        assertTrue(DatabaseFaults.isPassing(new RuntimeException(new SQLException("gone", "08003"))));
        assertFalse(DatabaseFaults.isPassing(new RuntimeException(new SQLException("wrong", "23514"))));
        assertFalse(DatabaseFaults.isPassing(new IllegalStateException("ours")));
    }
}
