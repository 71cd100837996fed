package org.goldenbridge.event.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.goldenbridge.platform.problem.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorLineTest {
    @ParameterizedTest
    @DisplayName("E28, D11: a line is parted into name and contact, in both orders")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Wang (010) 6555-0142 | Wang | (010) 6555-0142",
                "Marie m8@example.org; | Marie | m8@example.org",
                "m8@example.org Marie | Marie | m8@example.org",
                "+33 6 12 34 56 78 Zoé Li | Zoé Li | +33 6 12 34 56 78",
                "Anna (+33612345678) | Anna | +33612345678",
                "\"Marie Durand\" <m8@example.org> | Marie Durand | m8@example.org",
                "Marie mailto:m8@example.org. | Marie | m8@example.org",
                "Li\u00A0Na\u3000\uFF10\uFF16\uFF11\uFF12\uFF13\uFF14 | Li Na | 061234",
                "Group 12 Anna 0612345678 | Group 12 Anna | 0612345678",
                "Camille Laurent · camille@example.org | Camille Laurent | camille@example.org"
            })
    void partsALine(String line, String name, String contact) {
        assertEquals(new VisitorLine(name, contact), VisitorLine.of(line));
    }

    @ParameterizedTest
    @DisplayName("E28: a second contact is never made part of the name")
    @ValueSource(
            strings = {
                "Marie a@example.org b@example.org",
                "Marie a@example.org 0612345678",
                "Marie 0612345678 0698765432",
                "Marie 0612345678, 0698765432"
            })
    void refusesASecondContact(String line) {
        assertEquals(
                "two-contacts",
                assertThrows(Refusal.class, () -> VisitorLine.of(line)).code());
    }

    @Test
    @DisplayName("D20: what is too long is said to be")
    void saysThatANameIsTooLong() {
        var line = "n".repeat(201) + " a@example.org";
        assertEquals(
                "name-too-long",
                assertThrows(Refusal.class, () -> VisitorLine.of(line)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Marie", "a@example.org", "", "Marie a@example..org", "Marie 12"})
    void wantsBoth(String line) {
        assertEquals(
                "no-contact",
                assertThrows(Refusal.class, () -> VisitorLine.of(line)).code());
    }
}
