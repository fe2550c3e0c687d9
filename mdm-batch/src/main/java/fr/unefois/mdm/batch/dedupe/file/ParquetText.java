package fr.unefois.mdm.batch.dedupe.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;

/** Writes the values of a Parquet column as people would in a CSV file: dates as {@code yyyy-MM-dd}. */
@FunctionalInterface
interface ParquetText {
    /** Of the epoch, as days that begin at noon 4713 BC are counted. */
    long JULIAN_EPOCH = 2_440_588;

    String read(ColumnReader reader);

    static ParquetText of(ColumnDescriptor column) {
        LogicalTypeAnnotation meaning = column.getPrimitiveType().getLogicalTypeAnnotation();
        int scale = meaning instanceof DecimalLogicalTypeAnnotation decimal ? decimal.getScale() : 0;
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> reader -> Boolean.toString(reader.getBoolean());
            case INT32 ->
                meaning instanceof DateLogicalTypeAnnotation
                        ? reader -> LocalDate.ofEpochDay(reader.getInteger()).toString()
                        : reader -> number(BigDecimal.valueOf(reader.getInteger(), scale));
            case INT64 ->
                meaning instanceof TimestampLogicalTypeAnnotation moment
                        ? reader -> moment(instant(reader.getLong(), moment.getUnit()))
                        : reader -> number(BigDecimal.valueOf(reader.getLong(), scale));
            case INT96 -> reader -> moment(ofImpala(reader.getBinary().getBytes()));
            case FLOAT -> reader -> fraction(reader.getFloat());
            case DOUBLE -> reader -> fraction(reader.getDouble());
            case BINARY ->
                meaning instanceof DecimalLogicalTypeAnnotation
                        ? reader -> number(
                                new BigDecimal(new BigInteger(reader.getBinary().getBytes()), scale))
                        : reader -> reader.getBinary().toStringUsingUTF8();
            case FIXED_LEN_BYTE_ARRAY ->
                meaning instanceof DecimalLogicalTypeAnnotation
                        ? reader -> number(
                                new BigDecimal(new BigInteger(reader.getBinary().getBytes()), scale))
                        : reader -> HexFormat.of().formatHex(reader.getBinary().getBytes());
        };
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String fraction(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? "" : number(BigDecimal.valueOf(value));
    }

    private static Instant instant(long value, LogicalTypeAnnotation.TimeUnit unit) {
        TimeUnit of = switch (unit) {
            case MILLIS -> TimeUnit.MILLISECONDS;
            case MICROS -> TimeUnit.MICROSECONDS;
            case NANOS -> TimeUnit.NANOSECONDS;
        };
        long perSecond = of.convert(1, TimeUnit.SECONDS);
        return Instant.ofEpochSecond(Math.floorDiv(value, perSecond), of.toNanos(Math.floorMod(value, perSecond)));
    }

    /** Twelve bytes: nanoseconds of the day, and the Julian day. */
    private static Instant ofImpala(byte[] bytes) {
        var buffer = java.nio.ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = buffer.getLong();
        long days = buffer.getInt() - JULIAN_EPOCH;
        return Instant.ofEpochSecond(TimeUnit.DAYS.toSeconds(days), nanos);
    }

    /** Midnight is a day without a time. */
    private static String moment(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toLocalDateTime().withNano(0).toString() + (time.getSecond() == 0 ? ":00" : "");
    }
}
