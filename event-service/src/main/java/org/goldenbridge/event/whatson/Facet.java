package org.goldenbridge.event.whatson;

import java.util.List;

/**
 * A question that the entries can be filtered by, with a link for each answer.
 *
 * @param name the parameter
 * @param chosen how many answers are chosen
 */
record Facet(String name, String label, int chosen, List<Choice> choices) {
    /**
     * @param sign the drawing that goes with it; empty for none
     * @param count how many entries would be there with this choice and those of all other facets
     * @param href the page with it, or without it where it is chosen
     */
    record Choice(String label, String sign, int count, boolean chosen, String href) {}
}
