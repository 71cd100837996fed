package org.goldenbridge.acceptance.network;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A file of MARC 21 records in ISO 2709, made while it is read, of any length: the same seed gives the same file. Each record
 * is like one of a national bibliography in size and fields, and is a work of its own: its number, ISBN and title are its
 * alone.
 */
public final class SyntheticRecords extends InputStream {
    private static final char SUBFIELD = '\u001F';
    private static final byte END_OF_FIELD = 0x1E;
    private static final byte END_OF_RECORD = 0x1D;
    private static final String[] NAMES = {
        "Абай Құнанбайұлы", "Әуезов, Мұхтар", "Мұстафин, Ғабиден", "Мүсірепов, Ғабит", "Сейфуллин, Сәкен",
                "Dupont, Claire",
        "Әлімқұлов, Тәкен", "Жансүгіров, Ілияс", "李, 明", "Smith, John", "Қабдолов, Зейнолла", "Ахмедов, Рустам"
    };
    private static final String[] WORDS = {
        "дала",
        "жол",
        "өлең",
        "таң",
        "көш",
        "тарих",
        "ән",
        "күй",
        "сөз",
        "қала",
        "steppe",
        "voyage",
        "history",
        "letters",
        "песнь",
        "земля",
        "歌",
        "草原",
        "home",
        "memory",
        "golden",
        "bridge",
        "қобыз",
        "домбыра",
        "music",
        "paintings",
        "atlas",
        "journey"
    };
    private static final String[] SUBJECTS = {
        "Kazakh literature",
        "Folk music",
        "Archaeology",
        "Nomads",
        "Silk Road",
        "Epic poetry",
        "Textile crafts",
        "Cinema"
    };

    private final long last;
    private final Random random;
    private final StringBuilder directory = new StringBuilder();
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream(1_024);
    private long made;
    private byte[] current = {};
    private int at;

    /** @param first the number of the first record; files with other numbers are of other works */
    public SyntheticRecords(long first, long count, long seed) {
        this.made = first - 1;
        this.last = made + count;
        this.random = new Random(seed);
    }

    @Override
    public int read() {
        return fill() ? current[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (!fill()) {
            return -1;
        }
        var taken = Math.min(length, current.length - at);
        System.arraycopy(current, at, into, from, taken);
        at += taken;
        return taken;
    }

    private boolean fill() {
        if (at == current.length) {
            if (made == last) {
                return false;
            }
            current = record(++made);
            at = 0;
        }
        return true;
    }

    private byte[] record(long number) {
        directory.setLength(0);
        fields.reset();
        var year = 1950 + random.nextInt(75);
        field("001", "syn%09d".formatted(number));
        field("003", "SYN");
        field("005", "20260101120000.0");
        field("008", "260101s%d    kz            000 0 kaz d".formatted(year));
        field("020", "  " + SUBFIELD + "a" + isbn(number));
        field("040", "  " + SUBFIELD + "aSYN" + SUBFIELD + "bkaz" + SUBFIELD + "cSYN");
        field("041", "0 " + SUBFIELD + "akaz" + SUBFIELD + "arus");
        field("100", "1 " + SUBFIELD + "a" + pick(NAMES) + "," + SUBFIELD + "d1900-1980.");
        field(
                "245",
                "10" + SUBFIELD + "a" + pick(WORDS) + " " + pick(WORDS) + " " + pick(WORDS) + " " + number + " :"
                        + SUBFIELD + "b" + pick(WORDS) + " " + pick(WORDS) + " " + pick(WORDS) + " /" + SUBFIELD + "c"
                        + pick(NAMES) + ".");
        field("264", " 1" + SUBFIELD + "aАлматы :" + SUBFIELD + "bЖазушы," + SUBFIELD + "c" + year + ".");
        field(
                "300",
                "  " + SUBFIELD + "a" + (50 + random.nextInt(800)) + " p. :" + SUBFIELD + "bill. ;" + SUBFIELD
                        + "c22 cm.");
        field("490", "0 " + SUBFIELD + "a" + pick(WORDS) + " ; v. " + random.nextInt(90));
        field(
                "500",
                "  " + SUBFIELD + "aWith a note on " + pick(WORDS) + " and " + pick(WORDS)
                        + ", and an index of names.");
        field("650", " 0" + SUBFIELD + "a" + pick(SUBJECTS) + SUBFIELD + "xHistory.");
        field("650", " 0" + SUBFIELD + "a" + pick(SUBJECTS) + SUBFIELD + "zKazakhstan.");
        return whole();
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static String isbn(long number) {
        var digits = "978%09d".formatted(number);
        var sum = 0;
        for (var nth = 0; nth < 12; nth++) {
            sum += (digits.charAt(nth) - '0') * (nth % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void field(String tag, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        directory.append("%s%04d%05d".formatted(tag, bytes.length + 1, fields.size()));
        fields.writeBytes(bytes);
        fields.write(END_OF_FIELD);
    }

    private byte[] whole() {
        var base = 24 + directory.length() + 1;
        var length = base + fields.size() + 1;
        var record = new ByteArrayOutputStream(length);
        var leader = "%05dnam a22%05d a 4500".formatted(length, base);
        record.writeBytes(leader.getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(directory.toString().getBytes(StandardCharsets.US_ASCII));
        record.write(END_OF_FIELD);
        record.writeBytes(fields.toByteArray());
        record.write(END_OF_RECORD);
        return record.toByteArray();
    }
}
