package fr.unefois.mdm.store;

import java.lang.reflect.Type;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import tools.jackson.databind.json.JsonMapper;

/** How Hibernate writes jsonb columns: dates in ISO, by the Jackson that the rest of the service uses. */
final class IsoJson implements FormatMapper {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
        Type target = type.getJavaType();
        return MAPPER.readValue(json.toString(), MAPPER.constructType(target));
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return MAPPER.writeValueAsString(value);
    }
}
