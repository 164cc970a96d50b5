package fennec.hub;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.FennecException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The encoders that can be fetched by name, from a resource beside this class. */
public final class EncoderCatalogue {

  private final List<CatalogueEntry> entries;

  private EncoderCatalogue(List<CatalogueEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Reads the catalogue. */
  public static EncoderCatalogue read() {
    try (InputStream in = EncoderCatalogue.class.getResourceAsStream("encoders.json")) {
      return new EncoderCatalogue(
          new ObjectMapper().readValue(in, new TypeReference<List<CatalogueEntry>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue of encoders in the program is broken", e);
    }
  }

  /** All entries, in the order they are shown. */
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /** The entry called {@code name}, by name, alias or repository. */
  public Optional<CatalogueEntry> find(String name) {
    return entries.stream().filter(entry -> entry.isNamed(name)).findFirst();
  }

  /**
   * The entry called {@code name}.
   *
   * @throws FennecException listing the names if there is none
   */
  public CatalogueEntry get(String name) throws FennecException {
    Optional<CatalogueEntry> entry = find(name);
    if (entry.isEmpty()) {
      throw new FennecException(
          "There is no encoder '"
              + name
              + "' in the catalogue; it has "
              + entries.stream().map(CatalogueEntry::name).collect(Collectors.joining(", "))
              + ".");
    }
    return entry.get();
  }
}
