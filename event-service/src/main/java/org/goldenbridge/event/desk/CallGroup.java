package org.goldenbridge.event.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.calllist.CallList;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who has to be told of one change, in words.
 *
 * @param id names it within the page
 * @param people how many are still to be told, in words
 * @param what happened
 */
public record CallGroup(
        String id, String people, Reader.Text title, String when, String what, UUID session, List<Row> rows) {

    /**
     * Somebody who has to be told, or was.
     *
     * @param href by which a click calls or writes
     * @param until when what is offered to them ends, in words; null for all else
     * @param told who told them and when, in words; null while nobody has
     */
    public record Row(
            long id,
            String name,
            String contact,
            String href,
            int places,
            String language,
            @Nullable String until,
            @Nullable String told) {}

    /** The groups in the order of the calls. */
    static List<CallGroup> grouped(List<CallList.Call> calls, String self, Reader reader) {
        var bySubject = new LinkedHashMap<String, List<CallList.Call>>();
        calls.forEach(call -> bySubject
                .computeIfAbsent(call.subject(), subject -> new ArrayList<>())
                .add(call));
        return bySubject.values().stream().map(group -> of(group, self, reader)).toList();
    }

    private static CallGroup of(List<CallList.Call> calls, String self, Reader reader) {
        var first = calls.get(0);
        var people = calls.stream()
                .filter(call -> call.toldAt() == null)
                .mapToInt(CallList.Call::places)
                .sum();
        var start = first.startsAt().atZone(first.zone());
        return new CallGroup(
                "calls-" + first.kind() + "-" + first.opportunity() + "-" + first.session(),
                reader.words().count("deskToTell", people),
                reader.read(first.title()),
                reader.times().dayOfYear(start.toLocalDate()) + " "
                        + reader.times().clock(start),
                reader.words().say("deskCall." + first.kind()),
                first.session(),
                calls.stream().map(call -> row(call, self, reader)).toList());
    }

    private static Row row(CallList.Call call, String self, Reader reader) {
        var until = call.offeredUntil();
        return new Row(
                call.id(),
                call.name(),
                call.contact(),
                href(call.contact()),
                call.places(),
                reader.times().languageName(call.language()),
                until == null ? null : reader.words().say("deskOffered", SessionPanel.at(until, call.zone(), reader)),
                told(call, self, reader));
    }

    /** The address by which a click calls or writes. */
    static String href(String contact) {
        return (contact.contains("@") ? "mailto:" : "tel:") + contact.replaceAll("[\\s()]", "");
    }

    private static @Nullable String told(CallList.Call call, String self, Reader reader) {
        var at = call.toldAt();
        if (at == null) {
            return null;
        }
        var words = reader.words();
        var name = call.colleague() == null ? words.say("deskColleague") : call.colleague();
        return words.say(
                "deskToldBy",
                self.equals(call.toldBy()) ? words.say("deskYou") : name,
                SessionPanel.at(at, call.zone(), reader));
    }
}
