package fennec.io;

import fennec.file.AtomicFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a byte order mark) with a header: its rows with their
 * line numbers, and whatever is wrong with it as a list of complaints. Cells are trimmed; empty
 * lines are skipped; a row of another length than the header is complained about and left out.
 */
final class CsvTable {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  /** One row: the line it starts on and its cells, as many as the header has. */
  record Row(long line, List<String> cells) {}

  private final Path file;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private long headerLine;

  private CsvTable(Path file) {
    this.file = file;
  }

  /**
   * Reads {@code file}; empty if there is no table in it at all, which is then complained about.
   */
  static Optional<CsvTable> read(Path file, List<Complaint> complaints) {
    Optional<String> text = text(file, complaints);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    CsvTable table = new CsvTable(file);
    boolean whole = table.parse(text.get(), complaints);
    if (table.columns.isEmpty()) {
      if (whole) {
        complaints.add(new Complaint(file, 0, "the file is empty"));
      }
      return Optional.empty();
    }
    if (whole && table.rows.isEmpty() && complaints.stream().noneMatch(c -> c.file() == file)) {
      complaints.add(new Complaint(file, 0, "there are no rows below the header"));
    }
    return Optional.of(table);
  }

  /** The file as text, or empty with a complaint if it cannot be read or is not UTF-8. */
  static Optional<String> text(Path file, List<Complaint> complaints) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      complaints.add(new Complaint(file, 0, AtomicFile.reason(e)));
      return Optional.empty();
    }
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = strict.decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      complaints.add(new Complaint(file, line, "the text is not UTF-8; save the file as UTF-8"));
      return Optional.empty();
    }
    String text = out.flip().toString();
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** Parses all of {@code text}; false if the parser had to give up. */
  private boolean parse(String text, List<Complaint> complaints) {
    // the parser counts a last line only if something ends it
    String ended = text.endsWith("\n") ? text : text + "\n";
    long lastLine = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(ended), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord read = records.next();
        lastLine = parser.getCurrentLineNumber();
        List<String> cells = read.stream().map(String::strip).toList();
        long breaks = read.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
        accept(new Row(lastLine - breaks, cells), complaints);
      }
      return true;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      boolean cut = String.valueOf(e.getMessage()).contains("EOF reached");
      String reason =
          cut ? "a quote is opened and never closed" : "text follows a closing quote without comma";
      complaints.add(new Complaint(file, lastLine + 1, reason));
      return false;
    }
  }

  private void accept(Row row, List<Complaint> complaints) {
    if (row.cells().stream().allMatch(String::isEmpty)) {
      return;
    }
    if (columns.isEmpty()) {
      headerLine = row.line();
      for (String name : row.cells()) {
        if (name.isEmpty()) {
          complaints.add(
              new Complaint(file, row.line(), "column " + (columns.size() + 1) + " has no name"));
        }
        if (columns.putIfAbsent(name, columns.size()) != null) {
          complaints.add(new Complaint(file, row.line(), "the column " + name + " stands twice"));
          columns.put(name + '\0' + columns.size(), columns.size());
        }
      }
    } else if (row.cells().size() != columns.size()) {
      String reason = row.cells().size() + " cells where the header has " + columns.size();
      complaints.add(new Complaint(file, row.line(), reason));
    } else {
      rows.add(row);
    }
  }

  Path file() {
    return file;
  }

  List<String> header() {
    return List.copyOf(columns.keySet());
  }

  List<Row> rows() {
    return rows;
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Whether all columns are there; complains about each that is not. */
  boolean require(List<String> names, List<Complaint> complaints) {
    List<String> missing = names.stream().filter(name -> !has(name)).toList();
    for (String name : missing) {
      complaints.add(new Complaint(file, headerLine, "the column " + name + " is missing"));
    }
    return missing.isEmpty();
  }

  /** The cell of that column, empty if there is no such column. */
  String cell(Row row, String column) {
    Integer position = columns.get(column);
    return position == null ? "" : row.cells().get(position);
  }

  /** The line of the header. */
  long headerLine() {
    return headerLine;
  }

  /** The same table with only these rows of it. */
  CsvTable keeping(List<Row> kept) {
    CsvTable table = new CsvTable(file);
    table.columns.putAll(columns);
    table.headerLine = headerLine;
    table.rows.addAll(kept);
    return table;
  }
}
