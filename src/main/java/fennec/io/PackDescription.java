package fennec.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code pack.json} says of a pack, or what is taken for granted without it: the name of the
 * folder, and units inferred from the numbers.
 */
record PackDescription(
    String name,
    String title,
    String protocol,
    String source,
    boolean joinedByDefault,
    Optional<ScoreUnit> scoreUnit,
    Optional<ScoreUnit> sourceAccuracyUnit) {

  /** The version of {@code pack.json} that is read. */
  static final int SCHEMA = 1;

  /** Reads {@code folder/pack.json} if it is there. */
  static PackDescription read(Path folder, List<Complaint> complaints) {
    Path file = folder.resolve("pack.json");
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String folderName = last == null ? "history" : last.toString();
    PackDescription plain =
        new PackDescription(
            folderName, folderName, "not stated", "", true, Optional.empty(), Optional.empty());
    if (!Files.exists(file)) {
      return plain;
    }
    Optional<String> text = CsvTable.text(file, complaints);
    if (text.isEmpty()) {
      return plain;
    }
    try {
      JsonNode json =
          new ObjectMapper()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readTree(text.get());
      return new Fields(file, json, complaints).over(plain);
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      complaints.add(new Complaint(file, line, "the text is not JSON"));
      return plain;
    }
  }

  /** The fields of the file, checked one by one. */
  private record Fields(Path file, JsonNode json, List<Complaint> complaints) {

    PackDescription over(PackDescription plain) {
      if (!json.isObject()) {
        complain("a JSON object is expected");
        return plain;
      }
      JsonNode schema = json.path("schema");
      if (!schema.isInt() || schema.intValue() != SCHEMA) {
        String found = schema.isMissingNode() ? "there is none" : "it is " + schema;
        complain("the field schema must be " + SCHEMA + ", " + found);
      }
      return new PackDescription(
          text("name", plain.name()),
          text("title", text("name", plain.title())),
          text("protocol", plain.protocol()),
          text("source", plain.source()),
          flag("joined_by_default"),
          unit("score_unit"),
          unit("source_accuracy_unit"));
    }

    private String text(String field, String otherwise) {
      JsonNode value = json.path(field);
      if (value.isMissingNode() || value.isNull()) {
        return otherwise;
      }
      if (!value.isTextual() || (value.textValue().isBlank() && !field.equals("source"))) {
        complain("the field " + field + " must be a text");
        return otherwise;
      }
      return value.textValue();
    }

    private boolean flag(String field) {
      JsonNode value = json.path(field);
      if (!value.isMissingNode() && !value.isBoolean()) {
        complain("the field " + field + " must be true or false");
      }
      return value.asBoolean(true);
    }

    private Optional<ScoreUnit> unit(String field) {
      String value = text(field, "");
      return switch (value) {
        case "" -> Optional.empty();
        case "percent" -> Optional.of(ScoreUnit.PERCENT);
        case "fraction" -> Optional.of(ScoreUnit.FRACTION);
        default -> {
          complain("the field " + field + " must be percent or fraction, it is " + value);
          yield Optional.empty();
        }
      };
    }

    private void complain(String reason) {
      Complaint complaint = new Complaint(file, 0, reason);
      if (!complaints.contains(complaint)) {
        complaints.add(complaint);
      }
    }
  }
}
