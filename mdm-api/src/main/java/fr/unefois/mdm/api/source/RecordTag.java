package fr.unefois.mdm.api.source;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ETag of a source's record: a digest of all that the source said, under the sector's key as references are, so that
 * nobody can try out on it what a record may hold.
 */
final class RecordTag {
    private final MessageDigest digest;

    private RecordTag() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(CitizenRecord record, Call call) {
        ByteBuffer digest = ByteBuffer.wrap(new RecordTag().read(record));
        return call.ref(new UUID(digest.getLong(), digest.getLong()));
    }

    private byte[] read(CitizenRecord record) {
        add(record.key().source());
        add(record.key().id());
        // PostgreSQL keeps microseconds.
        add(
                record.asOf() == null
                        ? null
                        : record.asOf().truncatedTo(ChronoUnit.MICROS).toString());
        for (Map.Entry<Attribute, List<Value>> one : record.values().entrySet()) {
            add(one.getKey().name());
            count(one.getValue().size());
            one.getValue().forEach(this::add);
        }
        for (Relation relation : record.relations()) {
            add(relation.role().word());
            add(relation.to().source());
            add(relation.to().id());
        }
        return digest.digest();
    }

    private void add(Value value) {
        if (value instanceof Text text) {
            add(text.value());
        } else if (value instanceof Address address) {
            add(address.line());
            add(address.postcode());
            add(address.city());
            add(address.cityCode());
            add(address.secret() ? "secret" : null);
        }
    }

    private void add(@Nullable String text) {
        if (text == null) {
            count(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        digest.update(bytes);
    }

    private void count(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
