package fennec.hub;

import java.util.List;

/**
 * An encoder that is known to be usable.
 *
 * @param name short name, for example {@code clip-vit-base-patch32}
 * @param aliases other names, for example {@code clip}
 * @param repository on the Hub, for example {@code openai/clip-vit-base-patch32}
 * @param family {@code clip} or {@code dinov2}
 * @param title for people
 * @param licence as the repository states it; empty if it states none
 */
public record CatalogueEntry(
    String name,
    List<String> aliases,
    String repository,
    String family,
    String title,
    String licence) {

  /** Copies the aliases. */
  public CatalogueEntry {
    aliases = List.copyOf(aliases);
  }

  /** Whether {@code text} is the name, an alias or the repository. */
  public boolean isNamed(String text) {
    return name.equals(text) || repository.equals(text) || aliases.contains(text);
  }
}
