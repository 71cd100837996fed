package org.goldenbridge.event.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.goldenbridge.event.booking.ContactText;
import org.goldenbridge.platform.json.CleanText;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.VisibleText;

/**
 * A visitor as they are written down in one line: the name, and behind or before it one mail address or phone number.
 *
 * @param name as it is said
 * @param contact mail or phone
 */
record VisitorLine(String name, String contact) {
    /** The longest line that is read at all, and the longest name and contact, as the API has them. */
    static final int LONGEST = 450;

    private static final int MOST_CHARS = 200;

    /** More digits than one number has (E.164: 15, and the international prefix 00 before them) are two numbers. */
    private static final int FEWEST_DIGITS = 5;

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DIGITS_WITH_PREFIX = 17;

    private static final Pattern MAIL = Pattern.compile(
            "(?i:mailto:)?(?<mail>[^\\s@<>(),;:\"\\[\\]«»]+@[^\\s@<>(),;:\"\\[\\]«»]*[^\\s@<>(),;:\"\\[\\]«».!?'])");

    private static final Pattern PHONE =
            Pattern.compile("(?i:tel:\\s*)?(?<![\\p{L}\\p{N}@._-])(?<phone>[+(]{0,3}[0-9](?:[0-9 ()./-]*[0-9])?)");

    /** What parts name and contact, with the brackets that then stand open; of the name are those that are closed in it. */
    private static final Pattern PARTING = Pattern.compile("^[\\s,;:·|/>)\\]»-]+|[\\s,;:·|/<(\\[«-]+$");

    private static final Pattern NO_NAME = Pattern.compile("[\\s\\p{P}\\p{S}]*");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|“(.*)”|«(.*)»|„(.*)“|'(.*)'");

    /**
     * What the line says.
     *
     * @throws Refusal 400 {@code no-contact}, {@code two-contacts} or {@code name-too-long}
     */
    static VisitorLine of(String line) {
        if (line.length() > LONGEST) {
            throw tooLong();
        }
        var typed = VisibleText.name(line);
        if (!isText(typed)) {
            throw noContact();
        }
        var contacts = contacts(plain(typed));
        if (contacts.size() > 1) {
            throw Refusal.badRequest(
                    "two-contacts", "A line has one contact: write the one by which they are reached.");
        }
        if (contacts.isEmpty()) {
            throw typed.length() > MOST_CHARS ? tooLong() : noContact();
        }
        var contact = contacts.get(0);
        var before = name(typed.substring(0, contact.from()));
        var behind = name(typed.substring(contact.end()));
        var visitor = new VisitorLine(before.isEmpty() ? behind : before, ContactText.plain(contact.text()));
        if (visitor.name.length() > MOST_CHARS || visitor.contact.length() > MOST_CHARS) {
            throw tooLong();
        }
        if (!VisibleText.isVisible(visitor.name)
                || (!before.isEmpty() && !behind.isEmpty())
                || !ContactText.isReachable(visitor.contact)) {
            throw noContact();
        }
        return visitor;
    }

    /**
     * A contact in the line.
     *
     * @param from where it begins, with what says which kind it is
     */
    private record Found(int from, int end, String text) {
        static Found of(MatchResult match) {
            return new Found(match.start(), match.end(), match.group(1));
        }
    }

    private static List<Found> contacts(String plain) {
        var found = new ArrayList<Found>();
        MAIL.matcher(plain).results().map(Found::of).forEach(found::add);
        var rest = new StringBuilder(plain);
        found.forEach(mail -> rest.replace(mail.from(), mail.end(), "\u0000".repeat(mail.end() - mail.from())));
        PHONE.matcher(rest).results().map(Found::of).forEach(phone -> {
            var digits = phone.text().replaceAll("[^0-9]", "");
            if (digits.length() >= FEWEST_DIGITS) {
                found.add(balanced(phone));
                if (digits.length() > (digits.startsWith("00") ? MOST_DIGITS_WITH_PREFIX : MOST_DIGITS)) {
                    found.add(phone);
                }
            }
        });
        return found;
    }

    /** A bracket around the whole number is not of the number. */
    private static Found balanced(Found phone) {
        var opened = phone.text().chars().filter(each -> each == '(').count();
        var closed = phone.text().chars().filter(each -> each == ')').count();
        return opened > closed
                ? new Found(phone.from(), phone.end(), phone.text().replaceFirst("\\(", ""))
                : phone;
    }

    private static String name(String text) {
        if (NO_NAME.matcher(text).matches()) {
            return "";
        }
        var name = PARTING.matcher(text).replaceAll("");
        return QUOTED.matcher(name).matches()
                ? name.substring(1, name.length() - 1).strip()
                : name;
    }

    /** The same letters at the same places, with digits, signs, blanks and hyphens of all kinds as the plain ones. */
    private static String plain(String typed) {
        var plain = new StringBuilder(typed);
        for (var at = 0; at < plain.length(); at++) {
            plain.setCharAt(at, plain(plain.charAt(at)));
        }
        return plain.toString();
    }

    private static char plain(char typed) {
        if (Character.isDigit(typed)) {
            return (char) ('0' + Character.digit(typed, 10));
        }
        if (typed >= '\uFF01' && typed <= '\uFF5E') {
            return (char) (typed - 0xFEE0);
        }
        return switch (Character.getType(typed)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> typed == '\u2212' ? '-' : typed;
        };
    }

    private static Refusal noContact() {
        return Refusal.badRequest("no-contact", "A line has a name, and before or behind it mail or phone.");
    }

    private static Refusal tooLong() {
        return Refusal.badRequest(
                "name-too-long", "A name and a contact have at most " + MOST_CHARS + " characters each.");
    }

    /** Whether it has nothing in it that is no text and that nothing can keep. */
    static boolean isText(String line) {
        try {
            CleanText.check(line);
            return true;
        } catch (UnacceptableValue e) {
            return false;
        }
    }
}
