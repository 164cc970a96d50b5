package fennec.io;

import fennec.evaluate.AlphaCurve;
import java.util.List;
import java.util.Optional;

/**
 * What a report shows beside the ranking, where it is at hand. Compared by identity of the
 * pictures' bytes.
 *
 * @param alphaCurve how well rankings agreed with the truth at each alpha
 * @param thumbnails small pictures of the images that were ranked for
 * @param drawing the folded graph of a model
 * @param map where architectures lie among each other
 */
public record RankingAnnex(
    Optional<AlphaCurve> alphaCurve,
    List<Thumbnail> thumbnails,
    Optional<Drawing> drawing,
    Optional<ArchitectureMap> map) {

  /** Nothing beside the ranking. */
  public static final RankingAnnex NONE =
      new RankingAnnex(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  /** Copies the list. */
  public RankingAnnex {
    thumbnails = List.copyOf(thumbnails);
  }

  /**
   * A small picture.
   *
   * @param name of the file
   * @param jpeg the picture as a JPEG file
   */
  public record Thumbnail(String name, byte[] jpeg) {}

  /**
   * A drawn graph.
   *
   * @param model the model that has it
   * @param rank place of that model in the ranking
   * @param light SVG with dark lines on white
   * @param dark SVG with light lines on near black
   */
  public record Drawing(String model, int rank, String light, String dark) {}

  /**
   * Vectors of architectures in their first two principal components.
   *
   * @param places one an architecture
   * @param share part of the variance that the two components hold, in [0, 1]
   */
  public record ArchitectureMap(List<Place> places, double share) {

    /** Copies the list. */
    public ArchitectureMap {
      places = List.copyOf(places);
    }
  }

  /**
   * Where one architecture lies.
   *
   * @param architecture its name
   * @param x first principal component
   * @param y second principal component
   * @param cluster number of its cluster, from 0
   */
  public record Place(String architecture, double x, double y, int cluster) {}
}
