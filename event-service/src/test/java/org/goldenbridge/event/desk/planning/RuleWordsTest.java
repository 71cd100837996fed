package org.goldenbridge.event.desk.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.goldenbridge.event.page.PageLanguage;
import org.goldenbridge.event.page.Reader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=WEEKLY;BYDAY=TU;COUNT=12                     | every week · on Tue · 12 times
            FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO;COUNT=1        | every 2 weeks · on Mon, Thu · 1 time
            FREQ=DAILY;UNTIL=20270630T235959                  | every day · until 30 June 2027
            FREQ=MONTHLY;INTERVAL=3;COUNT=4                   | every 3 months · 4 times
            FREQ=MONTHLY;BYDAY=1SA;COUNT=6                    | FREQ=MONTHLY;BYDAY=1SA;COUNT=6
            FREQ=YEARLY;COUNT=2                               | FREQ=YEARLY;COUNT=2
            FREQ=WEEKLY;BYDAY=TU;BYHOUR=9,18;COUNT=4          | FREQ=WEEKLY;BYDAY=TU;BYHOUR=9,18;COUNT=4
            """)
    void saysWhatTheFormItselfMakesAndShowsTheRestAsItIs(String rule, String words) {
        assertEquals(words, RuleWords.of(rule, Reader.in(PageLanguage.EN)));
    }
}
