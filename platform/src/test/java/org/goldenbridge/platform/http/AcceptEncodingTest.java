package org.goldenbridge.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "br, GZIP;q=0.5|true",
                "deflate, *|true",
                "gzip;q=0|false",
                "gzip; q=0.000, *|false",
                "*;q=0|false",
                "identity|false",
                "deflate|false"
            })
    void takesGzipWhereItIsNotRefused(String header, boolean takes) {
        assertEquals(takes, AcceptEncoding.takesGzip(header));
    }

    @Test
    void takesNothingWhereNothingIsSaid() {
        assertEquals(false, AcceptEncoding.takesGzip(null));
    }
}
