package org.goldenbridge.event.booking;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * By what a contact is known, however it was typed: a phone number as E.164, a mail address without case and with its domain in ASCII
 * (RFC 5891).
 */
final class ContactKey {
    /** Stands for a centre whose country is not known (ISO 3166-1, user-assigned; libphonenumber, unknown region). */
    static final String NO_COUNTRY = "ZZ";

    /** Under which a key stands that is the same whatever the country is. */
    private static final String ANY_COUNTRY = "";

    private ContactKey() {}

    /** @param country in which national forms of phone numbers are read (ISO 3166-1 alpha-2) */
    static String of(String contact, String country) {
        var plain = ContactText.plain(contact);
        return ContactText.isMail(plain) ? mail(plain) : phone(plain, country);
    }

    /** The keys for those countries, or the one key of a contact that is the same everywhere. */
    static Map<String, String> byCountry(String contact, Set<String> countries) {
        var plain = ContactText.plain(contact);
        if (ContactText.isMail(plain) || plain.startsWith("+")) {
            return Map.of(ANY_COUNTRY, of(plain, NO_COUNTRY));
        }
        var keys = new HashMap<String, String>();
        countries.forEach(country -> keys.put(country, of(plain, country)));
        return keys;
    }

    private static String mail(String plain) {
        var at = plain.lastIndexOf('@');
        var local = Normalizer.normalize(plain.substring(0, at), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        var domain = ContactText.asciiDomain(plain.substring(at + 1));
        return local + "@" + (domain.isEmpty() ? plain.substring(at + 1).toLowerCase(Locale.ROOT) : domain);
    }

    private static String phone(String plain, String country) {
        var phones = PhoneNumberUtil.getInstance();
        var digits = PhoneNumberUtil.normalizeDigitsOnly(plain);
        var isInternational = plain.startsWith("+") || digits.startsWith("00");
        var text = isInternational ? "+" + (plain.startsWith("+") ? digits : digits.substring(2)) : plain;
        try {
            return phones.format(phones.parse(text, country), PhoneNumberUtil.PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return isInternational ? text : digits;
        }
    }
}
