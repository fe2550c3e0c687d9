package fr.unefois.mdm.api.change;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Events through a call's contract. Their ids are made like references, and their times are of the second: two sectors
 * cannot join their files on the events that both were told.
 */
record EventTelling(Call call) {
    private static final String VERSION = "1.0";
    private static final String SOURCE = "urn:unefois:mdm";
    private static final String TYPE = "fr.unefois.citizen.";

    ChangesAnswer.EventAnswer event(Entry entry) {
        ChangeEvent event = entry.change().event();
        return new ChangesAnswer.EventAnswer(
                VERSION,
                text(call, entry.cursor()),
                SOURCE,
                TYPE + event.kind().name().toLowerCase(Locale.ROOT),
                call.ref(event.ref()),
                entry.change().at().truncatedTo(ChronoUnit.SECONDS),
                "application/json",
                new ChangesAnswer.DataAnswer(
                        readable(call, entry).stream()
                                .map(Attribute::name)
                                .sorted()
                                .toList(),
                        event.others().stream().map(call::ref).toList()));
    }

    static Set<Attribute> readable(Call call, Entry entry) {
        return entry.change().event().attributes().stream()
                .filter(call.contract().readable()::contains)
                .collect(Collectors.toSet());
    }

    static String text(Call call, Cursor cursor) {
        return call.ref(new UUID(cursor.transaction(), cursor.number()));
    }
}
