package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.junit.jupiter.api.Test;

/**
 * Sends what nobody would think of: records with bytes changed, cut, doubled and mixed, for {@code -Dfuzz.seconds} seconds each
 * (3 if not said, 60 in the profile {@code exhaustive}). {@code -Dseed} runs the same again.
 */
class FuzzTest {
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long end = System.nanoTime()
            + Duration.ofSeconds(Integer.getInteger("fuzz.seconds", Matrix.size(3, 60)))
                    .toNanos();
    private int files;
    private int readable;
    private int unreadable;

    @Test
    void iso2709() {
        var form = new FileForm(FileForm.Format.ISO_2709, null);
        var seeds = MarcSeeds.iso2709();
        while (System.nanoTime() < end) {
            var file = mutated(
                    seeds.get(random.nextInt(seeds.size())),
                    List.of(
                            "\u001D",
                            "\u001E",
                            "\u001F",
                            "\u001B(N",
                            "\u001B$1",
                            "\0",
                            "00026",
                            "\u00E2",
                            "\u00C3",
                            "&#x"));
            check(file, form);
        }
        report("ISO 2709");
    }

    @Test
    void marcXml() {
        var seeds = MarcSeeds.xml();
        var encodings = List.of(
                Encoding.UTF_8,
                Encoding.UTF_8,
                Encoding.UTF_16BE,
                Encoding.UTF_16LE,
                Encoding.WINDOWS_1251,
                Encoding.KZ_1048,
                Encoding.GB18030);
        while (System.nanoTime() < end) {
            var encoding = encodings.get(random.nextInt(encodings.size()));
            var file = mutated(
                    seeds.get(random.nextInt(seeds.size())),
                    List.of(
                            "<record>",
                            "</record>",
                            "<!--",
                            "-->",
                            "<![CDATA[",
                            "]]>",
                            "&#1;",
                            "&#xD800;",
                            "&lt;",
                            "&x;",
                            "<!DOCTYPE a [",
                            "]>",
                            "\"",
                            "<datafield tag=\"001\">",
                            "<leader>",
                            "\u0001",
                            "<subfield>",
                            "ind1='€'"));
            check(file, new FileForm(FileForm.Format.MARCXML, encoding));
        }
        report("MARCXML");
    }

    private void check(byte[] file, FileForm form) {
        files++;
        try {
            var found = Proof.of(file, form);
            readable += found.readable();
            unreadable += found.unreadable();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Seed " + seed + ", file " + files + ": " + new String(file, StandardCharsets.ISO_8859_1), e);
        }
    }

    private byte[] mutated(byte[] seed, List<String> pieces) {
        var bytes = seed.clone();
        for (int times = random.nextInt(8); times >= 0; times--) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, random.nextInt(40));
            bytes = switch (random.nextInt(7)) {
                case 0 -> replaced(bytes, at, 0, Raw.bytes(pieces.get(random.nextInt(pieces.size()))));
                case 1 -> replaced(bytes, at, length, new byte[0]);
                case 2 -> Arrays.copyOf(bytes, at);
                case 3 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
                case 4 -> replaced(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt(256)});
                case 5 -> {
                    var noise = new byte[length];
                    random.nextBytes(noise);
                    yield replaced(bytes, at, length, noise);
                }
                default -> replaced(bytes, at, Math.min(1, length), Raw.bytes(String.valueOf(random.nextInt(10))));
            };
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        return Raw.join(Arrays.copyOf(bytes, at), by, Arrays.copyOfRange(bytes, at + length, bytes.length));
    }

    private void report(String what) {
        System.out.println("Fuzzing of " + what + ": " + files + " files, " + readable + " records read, " + unreadable
                + " refused; seed " + seed);
        assertTrue(files > 100 && readable > 100 && unreadable > 10, "The fuzzing hardly fuzzed");
    }
}
