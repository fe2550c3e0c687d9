package fr.unefois.mdm.batch.dedupe.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of one column of one row group, decompressed when they are asked for. */
final class ParquetPages implements PageReader {
    private final ColumnDescriptor column;
    private final Decompression decompression;
    private final long values;
    private final Deque<Page> pages = new ArrayDeque<>();

    /** One page as it stands in the file. */
    private static final class Page {
        private final PageHeader header;
        private final byte[] bytes;

        Page(PageHeader header, byte[] bytes) {
            this.header = header;
            this.bytes = bytes;
        }
    }

    private ParquetPages(ColumnDescriptor column, Decompression decompression, long values) {
        this.column = column;
        this.decompression = decompression;
        this.values = values;
    }

    static ParquetPages of(Path path, RandomAccessFile file, ColumnDescriptor column, @Nullable ColumnMetaData chunk)
            throws IOException {
        if (chunk == null) {
            throw new UnreadableFile(path, "has encrypted columns; write it without encryption");
        }
        ParquetPages pages = new ParquetPages(column, Decompression.of(path, chunk.getCodec()), chunk.getNum_values());
        long start = chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > 0
                ? Math.min(chunk.getDictionary_page_offset(), chunk.getData_page_offset())
                : chunk.getData_page_offset();
        byte[] bytes = new byte[Math.toIntExact(chunk.getTotal_compressed_size())];
        file.seek(start);
        file.readFully(bytes);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        long read = 0;
        while (read < chunk.getNum_values() && in.available() > 0) {
            PageHeader header = Util.readPageHeader(in);
            pages.pages.add(new Page(header, in.readNBytes(header.getCompressed_page_size())));
            read += header.isSetData_page_header()
                    ? header.getData_page_header().getNum_values()
                    : header.isSetData_page_header_v2()
                            ? header.getData_page_header_v2().getNum_values()
                            : 0;
        }
        return pages;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        Page first = pages.peek();
        if (first == null || !first.header.isSetDictionary_page_header()) {
            return null;
        }
        pages.remove();
        return new DictionaryPage(
                whole(first),
                first.header.getDictionary_page_header().getNum_values(),
                Encoding.valueOf(
                        first.header.getDictionary_page_header().getEncoding().name()));
    }

    @Override
    public long getTotalValueCount() {
        return values;
    }

    @Override
    public @Nullable DataPage readPage() {
        Page page = pages.poll();
        if (page == null) {
            return null;
        }
        return page.header.isSetData_page_header_v2()
                ? second(page, page.header.getData_page_header_v2())
                : first(page, page.header.getData_page_header());
    }

    private DataPage first(Page page, DataPageHeader header) {
        return new DataPageV1(
                whole(page),
                header.getNum_values(),
                page.header.getUncompressed_page_size(),
                noStatistics(),
                Encoding.valueOf(header.getRepetition_level_encoding().name()),
                Encoding.valueOf(header.getDefinition_level_encoding().name()),
                Encoding.valueOf(header.getEncoding().name()));
    }

    /** Levels stand before the data and are never compressed. */
    private DataPage second(Page page, DataPageHeaderV2 header) {
        int repetition = header.getRepetition_levels_byte_length();
        int levels = repetition + header.getDefinition_levels_byte_length();
        int size = page.header.getUncompressed_page_size() - levels;
        BytesInput data = header.isIs_compressed()
                ? BytesInput.from(decompression.decompress(page.bytes, levels, size))
                : BytesInput.from(page.bytes, levels, page.bytes.length - levels);
        return DataPageV2.uncompressed(
                header.getNum_rows(),
                header.getNum_nulls(),
                header.getNum_values(),
                BytesInput.from(page.bytes, 0, repetition),
                BytesInput.from(page.bytes, repetition, levels - repetition),
                Encoding.valueOf(header.getEncoding().name()),
                data,
                noStatistics());
    }

    private BytesInput whole(Page page) {
        return BytesInput.from(decompression.decompress(page.bytes, 0, page.header.getUncompressed_page_size()));
    }

    private Statistics<?> noStatistics() {
        return Statistics.createStats(column.getPrimitiveType());
    }

    /** The columns of one row group. */
    static final class Group implements PageReadStore {
        private final Map<ColumnDescriptor, PageReader> columns = new HashMap<>();
        private final long rows;

        Group(long rows) {
            this.rows = rows;
        }

        void add(ColumnDescriptor column, PageReader pages) {
            columns.put(column, pages);
        }

        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            PageReader pages = columns.get(column);
            if (pages == null) {
                throw new IllegalStateException("a column of the schema has no pages");
            }
            return pages;
        }

        @Override
        public long getRowCount() {
            return rows;
        }
    }
}
