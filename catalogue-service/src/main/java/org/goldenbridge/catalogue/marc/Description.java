package org.goldenbridge.catalogue.marc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, derived for people and indexes. The punctuation by which ISBD divides areas is taken off the ends.
 *
 * @param title the main title: 245 $a $b $n $p; where a record has none, the nearest to it; empty if it names none at all
 * @param year of publication or making (008/07-10, else the first year in 264 or 260 $c)
 * @param languages of the text, the main one first, as BCP 47
 * @param titles all titles with their scripts, the main one first
 * @param names of persons, bodies and meetings, the main one first
 * @param subjects headings with their subdivisions, also in other scripts
 * @param publisher the first one
 * @param edition as stated
 * @param extent pages, volumes, minutes (300 $a)
 * @param summary the first one (520)
 * @param series titles and numbers
 * @param isbns valid ones, with 13 digits
 * @param issns valid ones, with their hyphen
 * @param links to the work itself, http and https only (856 $u)
 */
public record Description(
        String title,
        @Nullable Integer year,
        List<String> languages,
        List<Title> titles,
        List<Name> names,
        List<String> subjects,
        @Nullable String publisher,
        @Nullable String edition,
        @Nullable String extent,
        @Nullable String summary,
        List<String> series,
        List<String> isbns,
        List<String> issns,
        List<String> links) {

    /** What a title is to the work. */
    public enum TitleRole {
        MAIN,
        /** The main title as it stands in another script (880 of 245). */
        ALTERNATE_SCRIPT,
        /** The title in another language, from the work itself (246 with second indicator 1) or from a cataloguer (242). */
        PARALLEL,
        /** Under which the work is looked for as well: on the cover, formerly, in parts. */
        VARIANT,
        /** Under which a cataloguer brings the editions of a work together (130, 240). */
        UNIFORM
    }

    /**
     * A title.
     *
     * @param script of most of its letters, ISO 15924; {@code Zyyy} if it has none
     */
    public record Title(String text, TitleRole role, String script) {}

    /** Whose name it is. */
    public enum NameKind {
        PERSON,
        BODY,
        MEETING
    }

    /**
     * A name.
     *
     * @param dates of life or activity, as they stand
     * @param roles as terms ($e) or relator codes ($4), as they stand; none if the record does not say
     * @param isMain whether the work is entered under this name (1XX)
     * @param otherForms the name in other scripts
     */
    public record Name(
            String text,
            @Nullable String dates,
            NameKind kind,
            List<String> roles,
            boolean isMain,
            List<String> otherForms) {}

    /** What a record says. */
    public static Description of(MarcRecord record) {
        return new Describing(record).description();
    }
}
