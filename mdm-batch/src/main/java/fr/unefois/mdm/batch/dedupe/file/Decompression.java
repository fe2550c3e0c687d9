package fr.unefois.mdm.batch.dedupe.file;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** Undoes the compression of a Parquet page. */
@FunctionalInterface
interface Decompression {
    /** @param size how many bytes the page has once decompressed */
    byte[] decompress(byte[] bytes, int from, int size);

    static Decompression of(Path path, CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED -> (bytes, from, size) -> Arrays.copyOfRange(bytes, from, from + size);
            case GZIP -> Decompression::gunzip;
            case SNAPPY -> with(new SnappyDecompressor());
            case ZSTD -> with(new ZstdDecompressor());
            case LZ4_RAW -> with(new Lz4Decompressor());
            default ->
                throw new UnreadableFile(
                        path,
                        "is compressed with " + codec + ", which is not read; write it with snappy, zstd or gzip");
        };
    }

    private static Decompression with(Decompressor decompressor) {
        return (bytes, from, size) -> {
            byte[] out = new byte[size];
            if (size > 0) {
                decompressor.decompress(bytes, from, bytes.length - from, out, 0, size);
            }
            return out;
        };
    }

    private static byte[] gunzip(byte[] bytes, int from, int size) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            return in.readNBytes(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
