package org.goldenbridge.event.page;

import java.util.List;

/** Which form of a noun goes with a number: the rules of Unicode CLDR for whole numbers, of the languages we speak. */
public enum Plural {
    NONE("other") {
        @Override
        public String of(long n) {
            return "other";
        }
    },
    ONE_OR_OTHER("one other") {
        @Override
        public String of(long n) {
            return n == 1 ? "one" : "other";
        }
    },
    UP_TO_ONE_OR_OTHER("one other") {
        @Override
        public String of(long n) {
            return n <= 1 ? "one" : "other"; // "many" begins at a million, which we never count to
        }
    },
    SLAVIC("one few many") {
        @Override
        public String of(long n) {
            var ten = n % 10;
            var hundred = n % 100;
            if (ten == 1 && hundred != 11) {
                return "one";
            }
            return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? "few" : "many";
        }
    },
    ARABIC("zero one two few many other") {
        @Override
        public String of(long n) {
            if (n <= 2) {
                return forms().get((int) n);
            }
            var hundred = n % 100;
            return hundred >= 3 && hundred <= 10 ? "few" : hundred >= 11 ? "many" : "other";
        }
    };

    private final String forms;

    Plural(String forms) {
        this.forms = forms;
    }

    /** The name of the form for that number. */
    public abstract String of(long n);

    /** All forms that a counted word needs. */
    public List<String> forms() {
        return List.of(forms.split(" ", -1));
    }
}
