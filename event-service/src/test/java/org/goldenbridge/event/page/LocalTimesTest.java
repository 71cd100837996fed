package org.goldenbridge.event.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.goldenbridge.event.programme.Price;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalTimesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 5);

    @Test
    void namesADayAsEachLanguageDoes() {
        assertEquals("Saturday 5 December", times(PageLanguage.EN).day(DAY, DAY));
        assertEquals("samedi 5 décembre", times(PageLanguage.FR).day(DAY, DAY));
        assertEquals("суббота, 5 декабря", times(PageLanguage.RU).day(DAY, DAY));
        assertEquals("5 желтоқсан, сенбі", times(PageLanguage.KK).day(DAY, DAY));
        assertEquals("12月5日 星期六", times(PageLanguage.ZH).day(DAY, DAY));
        assertEquals("السبت 5 ديسمبر", times(PageLanguage.AR).day(DAY, DAY));
    }

    @Test
    @DisplayName("E31: a day of another year is named with its year")
    void saysTheYearOfAnotherYear() {
        var before = DAY.minusYears(1);
        assertEquals("Saturday 5 December 2026", times(PageLanguage.EN).day(DAY, before));
        assertEquals("5 декабря 2026 г.", times(PageLanguage.RU).shortDay(DAY, before));
        assertEquals("5 December", times(PageLanguage.EN).shortDay(DAY, DAY.minusDays(300)));
    }

    @Test
    @DisplayName("E69: the first of a month is the 1er in French")
    void countsTheFirstOfAMonthInFrench() {
        var first = LocalDate.of(2026, 12, 1);
        assertEquals("mardi 1er décembre", times(PageLanguage.FR).day(first, DAY));
        assertEquals("mardi 1er décembre 2026", times(PageLanguage.FR).dayOfYear(first));
        assertEquals("1er – 5 décembre 2026", times(PageLanguage.FR).days(first, DAY));
        assertEquals("vendredi 11 décembre", times(PageLanguage.FR).day(first.plusDays(10), DAY));
        assertEquals("Tuesday 1 December", times(PageLanguage.EN).day(first, DAY));
    }

    @Test
    @DisplayName("E01: a currency that is none is shown as it is written")
    void showsWhatIsNoCurrency() {
        for (var language : PageLanguage.all()) {
            assertEquals("10 ABC", times(language).price(new Price(new BigDecimal("10.00"), "ABC")));
            assertEquals("1.5 XXX", times(language).price(new Price(new BigDecimal("1.50"), "XXX")));
        }
        assertEquals("Free", times(PageLanguage.EN).price(new Price(new BigDecimal("0.00"), "EUR")));
    }

    @Test
    void saysOnceWhatIsTheSameAtBothEndsOfSomeDays() {
        assertEquals("5 – 12 December 2026", times(PageLanguage.EN).days(DAY, DAY.plusDays(7)));
        assertEquals("28 novembre – 5 décembre 2026", times(PageLanguage.FR).days(DAY.minusDays(7), DAY));
        assertEquals("2026年12月5日 – 12日", times(PageLanguage.ZH).days(DAY, DAY.plusDays(7)));
        assertEquals("2026 ж. 28 қараша – 5 желтоқсан", times(PageLanguage.KK).days(DAY.minusDays(7), DAY));
        assertEquals("5 December 2026 – 2 January 2027", times(PageLanguage.EN).days(DAY, DAY.plusDays(28)));
        assertEquals("5 décembre 2026", times(PageLanguage.FR).days(DAY, DAY));
    }

    @Test
    void writesAPriceWithoutCentsThatAreNone() {
        assertEquals("€80", times(PageLanguage.EN).price(new Price(new BigDecimal("80.00"), "EUR")));
        assertEquals("€7.50", times(PageLanguage.EN).price(new Price(new BigDecimal("7.5"), "EUR")));
        assertEquals("80\u00a0€", times(PageLanguage.FR).price(new Price(new BigDecimal("80"), "EUR")));
    }

    @Test
    void namesALanguageThatIsSpokenWithoutItsScript() {
        assertEquals("chinois", times(PageLanguage.FR).languageName("zh-Hans"));
        assertEquals("қазақ тілі", times(PageLanguage.KK).languageName("kk"));
    }

    private static LocalTimes times(PageLanguage language) {
        return new LocalTimes(language);
    }
}
