package org.goldenbridge.event.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    /** The file holds 1 2 3 above 4 5 6; how it is to be seen is what the standard says of rows and columns. */
    @ParameterizedTest
    @CsvSource({
        "1, 123 456",
        "2, 321 654",
        "3, 654 321",
        "4, 456 123",
        "5, 14 25 36",
        "6, 41 52 63",
        "7, 63 52 41",
        "8, 36 25 14",
    })
    void turnsAPictureUpright(int value, String seen) {
        var picture = new Pixels(3, 2);
        IntStream.range(0, 6).forEach(i -> picture.argb[i] = i + 1);
        var turned = Orientation.of(value).applyTo(picture);
        var rows = seen.split(" ", -1);
        assertEquals(rows.length, turned.height);
        assertEquals(rows[0].length(), turned.width);
        assertArrayEquals(seen.replace(" ", "").chars().map(c -> c - '0').toArray(), turned.argb);
    }

    @Test
    void isUprightWhereTheMetadataAreNonsense() {
        for (var bytes : new byte[][] {{}, {'M', 'M', 0, '*'}, {'M', 'M', 0, '*', 127, -1, -1, -1}, new byte[64]}) {
            assertEquals(Orientation.UPRIGHT, Orientation.ofExif(ByteBuffer.wrap(bytes)));
        }
        assertEquals(Orientation.UPRIGHT, Orientation.of(9));
    }
}
