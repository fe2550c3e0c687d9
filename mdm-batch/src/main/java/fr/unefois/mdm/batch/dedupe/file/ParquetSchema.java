package fr.unefois.mdm.batch.dedupe.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The schema in a Parquet footer, as the decoder wants it. */
final class ParquetSchema {
    /** What writers call the levels of a list that are not the list's own name. */
    private static final Set<String> OF_A_LIST = Set.of("list", "element", "array", "bag", "item", "array_element");

    private final List<SchemaElement> elements;
    private int at;

    private ParquetSchema(List<SchemaElement> elements) {
        this.elements = elements;
    }

    static MessageType read(Path path, List<SchemaElement> elements) {
        if (elements.isEmpty()) {
            throw new UnreadableFile(path, "has no columns");
        }
        ParquetSchema schema = new ParquetSchema(elements);
        SchemaElement root = schema.elements.get(schema.at++);
        return new MessageType(root.getName(), schema.fields(root.getNum_children()));
    }

    /** A column's name: the fields that lead to it, without the levels of a list. */
    static String name(ColumnDescriptor column) {
        List<String> words = new ArrayList<>();
        for (String step : column.getPath()) {
            if (words.isEmpty() || !OF_A_LIST.contains(step)) {
                words.add(step);
            }
        }
        return String.join(".", words);
    }

    private List<Type> fields(int count) {
        List<Type> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SchemaElement element = elements.get(at++);
            Type.Repetition repetition = repetition(element);
            fields.add(
                    element.isSetType()
                            ? primitive(element, repetition)
                            : new GroupType(repetition, element.getName(), fields(element.getNum_children())));
        }
        return fields;
    }

    private static Type.Repetition repetition(SchemaElement element) {
        FieldRepetitionType repetition = element.getRepetition_type();
        return repetition == null ? Type.Repetition.REQUIRED : Type.Repetition.valueOf(repetition.name());
    }

    private static Type primitive(SchemaElement element, Type.Repetition repetition) {
        PrimitiveTypeName type = element.getType() == org.apache.parquet.format.Type.BYTE_ARRAY
                ? PrimitiveTypeName.BINARY
                : PrimitiveTypeName.valueOf(element.getType().name());
        PrimitiveType plain = new PrimitiveType(repetition, type, element.getType_length(), element.getName());
        LogicalTypeAnnotation meaning = meaning(element);
        return meaning == null ? plain : plain.withLogicalTypeAnnotation(meaning);
    }

    /** What the values mean where that changes how they read: dates, moments, decimal fractions. */
    private static @Nullable LogicalTypeAnnotation meaning(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        if (logical != null && logical.isSetTIMESTAMP()) {
            TimeUnit unit = logical.getTIMESTAMP().getUnit();
            return LogicalTypeAnnotation.timestampType(
                    true,
                    unit.isSetMILLIS()
                            ? LogicalTypeAnnotation.TimeUnit.MILLIS
                            : unit.isSetMICROS()
                                    ? LogicalTypeAnnotation.TimeUnit.MICROS
                                    : LogicalTypeAnnotation.TimeUnit.NANOS);
        }
        if (element.getConverted_type() == null) {
            return logical != null && logical.isSetDATE() ? LogicalTypeAnnotation.dateType() : null;
        }
        return switch (element.getConverted_type()) {
            case DATE -> LogicalTypeAnnotation.dateType();
            case TIMESTAMP_MILLIS -> LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MILLIS);
            case TIMESTAMP_MICROS -> LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS);
            case DECIMAL -> LogicalTypeAnnotation.decimalType(element.getScale(), element.getPrecision());
            default -> null;
        };
    }

    /** The decoder asks for something to hand values to; we take them from it instead. */
    static final class Leaves extends GroupConverter {
        private final GroupType group;

        Leaves(GroupType group) {
            this.group = group;
        }

        @Override
        public Converter getConverter(int field) {
            Type type = group.getType(field);
            return type.isPrimitive() ? new PrimitiveConverter() {} : new Leaves(type.asGroupType());
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
