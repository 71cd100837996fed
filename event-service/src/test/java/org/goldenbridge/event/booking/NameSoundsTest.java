package org.goldenbridge.event.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("E16: names in other scripts")
class NameSoundsTest {
    /** As the search asks the database. */
    private static boolean finds(String typed, String name) {
        var keys = NameSounds.of(name);
        return Arrays.stream(NameSounds.wanted(List.of(typed.split(" "))))
                .allMatch(one -> Arrays.stream(one.split("\\|"))
                        .anyMatch(wanted -> !wanted.isEmpty() && keys.containsAll(Set.of(wanted.split(" ")))));
    }

    @ParameterizedTest
    @CsvSource({
        "Иван Петров, Ivan Petrov",
        "Дмитрий Щукин, Dmitry Shchukin",
        "Юлия Хасанова, Yulia Khasanova",
        "Юлия, Julia",
        "Евгений Цой, Yevgeny Tsoi",
        "Айгүл Серік, Aigul Serik",
        "Қасым-Жомарт, Qasym-Zhomart",
        "Нұрлан Әбішев, Nurlan Abishev",
        "ليلى حسن, Layla Hassan",
        "فاطمة خالد, Fatimah Khalid",
        "عبدالله الحسن, Abdullah Al-Hassan",
        "ليلى حسن, Лейла Хасан",
        "王小明, Wang Xiaoming",
        "王小明, Xiaoming Wang",
        "王小明, Wangxiaoming",
        "欧阳娜娜, Ouyang Nana",
        "曾国藩, Zeng Guofan",
    })
    void findsOneByTheOther(String one, String other) {
        assertEquals(true, finds(one, other), one + " finds " + other);
        assertEquals(true, finds(other, one), other + " finds " + one);
    }

    @ParameterizedTest
    @CsvSource({
        "Иван Петров, Ivan Petrova",
        "Иван Петров, Ivan Pet",
        "Айгүл Серік, Aigul Sarsenova",
        "ليلى حسن, Layla Karim",
        "ليلى حسن, Layla",
        "王小明, Wang Xiaohong",
        "王小明, Li Xiaoming",
        "王, Wang Xiaoming Li",
        "Anna Petrova, Ana Petrova",
        "Иван, Иваан",
        "12345, Ivan",
    })
    void findsNobodyElse(String one, String other) {
        assertEquals(false, finds(other, one), other + " finds " + one);
    }
}
