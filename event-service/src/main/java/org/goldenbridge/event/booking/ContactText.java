package org.goldenbridge.event.booking;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A contact as people write it: a mail address (RFC 5321) or a phone number. */
public final class ContactText {
    /** Fewest and most digits of a phone number; most is 15 by E.164, and an international prefix before them. */
    private static final int FEWEST_DIGITS = 5;

    private static final int MOST_DIGITS = 18;

    private static final Pattern PREFIX = Pattern.compile("^(?:mailto|tel):\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u034F]");
    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\\u2212]");

    /** RFC 5321 4.1.2, Dot-string, and RFC 6531 for letters beyond ASCII. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    private static final int LONGEST_LOCAL_PART = 64;

    /** At least two labels, none of which begins or ends with a hyphen, the last not of digits alone (RFC 5321 4.1.2, RFC 3696 2). */
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?![0-9]+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final int LONGEST_DOMAIN = 253;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]+");

    private ContactText() {}

    /** As it is stored and shown: what is not seen taken off; blanks, hyphens, digits and signs of any width plain. */
    public static String plain(String typed) {
        var narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var seen = UNSEEN.matcher(narrow).replaceAll("");
        var spaced = BLANKS.matcher(seen).replaceAll(" ").strip();
        var bare = PREFIX.matcher(spaced).replaceFirst("").strip();
        return isMail(bare) ? bare : asciiDigits(HYPHENS.matcher(bare).replaceAll("-"));
    }

    private static String asciiDigits(String text) {
        return text.codePoints()
                .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static boolean isMail(String plain) {
        return plain.indexOf('@') >= 0;
    }

    /** Whether it can reach somebody, by its form. */
    public static boolean isReachable(String plain) {
        return isMail(plain) ? isMailAddress(plain) : isPhone(plain);
    }

    private static boolean isMailAddress(String plain) {
        var at = plain.lastIndexOf('@');
        var local = plain.substring(0, at);
        return local.length() <= LONGEST_LOCAL_PART
                && LOCAL_PART.matcher(local).matches()
                && isDomain(asciiDomain(plain.substring(at + 1)));
    }

    private static boolean isDomain(String ascii) {
        return ascii.length() <= LONGEST_DOMAIN && DOMAIN.matcher(ascii).matches();
    }

    private static boolean isPhone(String plain) {
        var digits = plain.chars().filter(each -> each >= '0' && each <= '9').count();
        return PHONE.matcher(plain).matches() && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
    }

    /** The domain in ASCII form (RFC 5891), without case; empty when it has none. */
    static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
