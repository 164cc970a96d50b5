package fennec.app;

import fennec.architecture.ArchitectureClusters;
import fennec.architecture.BlockFolding;
import fennec.architecture.GraphLayout;
import fennec.architecture.LayeredLayout;
import fennec.embedding.DecodedImage;
import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageDecoder;
import fennec.embedding.ImageEmbeddings;
import fennec.embedding.ImageFolder;
import fennec.embedding.ImageSource;
import fennec.embedding.PillowResize;
import fennec.error.FennecException;
import fennec.evaluate.AlphaCurve;
import fennec.io.AlphaCurveReader;
import fennec.io.GraphSvgWriter;
import fennec.io.RankingAnnex;
import fennec.io.RankingAnnex.ArchitectureMap;
import fennec.io.RankingAnnex.Drawing;
import fennec.io.RankingAnnex.Place;
import fennec.io.RankingAnnex.Thumbnail;
import fennec.io.RankingFormat;
import fennec.numeric.PrincipalComponents;
import fennec.progress.Progress;
import fennec.recommend.RankedModel;
import fennec.recommend.RankingReport;
import fennec.recommend.TransferMethod;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.ejml.data.DMatrixRMaj;

/** Gathers what a report shows beside the ranking; the terminal and the window both ask here. */
public final class RankingAnnexes {

  /** Most thumbnails in a report. */
  public static final int THUMBNAILS = 24;

  private static final int HEIGHT = 112;
  private static final int WIDEST = 3 * HEIGHT;
  private static final int COMPONENTS = 2;

  private final Workbench workbench;

  /** Annexes from the assets of {@code workbench}. */
  public RankingAnnexes(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * The annex of {@code report}: the measured alpha curve where the ranking's method is the one it
   * was measured for, the graph of the first model that has one, the map of architectures.
   *
   * @param sources the folder, archive or pictures that were ranked for; empty for no thumbnails
   * @param images those that were embedded
   * @throws FennecException if assets of the program cannot be read
   */
  public RankingAnnex of(
      RankingReport report, List<Path> sources, ImageEmbeddings images, Progress progress)
      throws FennecException {
    ArchitectureNeighbourhood zoo = workbench.architectures(progress);
    return new RankingAnnex(
        alphaCurve(report),
        thumbnails(sources, images, progress),
        drawing(report, zoo, progress),
        Optional.of(map(zoo, report.provenance().settings().clusters(), progress)));
  }

  /**
   * Writes {@code report} to {@code file}, with an annex where the format has room for one.
   *
   * @param sources as for {@link #of}
   * @param images as for {@link #of}
   * @throws FennecException naming the file that cannot be written, or the asset that cannot be
   *     read
   */
  public void export(
      RankingReport report,
      List<Path> sources,
      ImageEmbeddings images,
      Path file,
      Progress progress)
      throws FennecException {
    RankingFormat format = RankingFormat.of(file);
    format.export(
        report,
        format == RankingFormat.HTML ? of(report, sources, images, progress) : RankingAnnex.NONE,
        file);
  }

  private Optional<AlphaCurve> alphaCurve(RankingReport report) throws FennecException {
    Path file = workbench.home().folder().resolve("assets/evaluation/alpha.json");
    boolean measured = report.provenance().settings().method() == TransferMethod.SIMILARITY;
    return measured && Files.exists(file)
        ? Optional.of(new AlphaCurveReader().read(file))
        : Optional.empty();
  }

  private static Optional<Drawing> drawing(
      RankingReport report, ArchitectureNeighbourhood zoo, Progress progress)
      throws FennecException {
    Optional<RankedModel> first =
        report.ranking().models().stream()
            .filter(row -> zoo.atlas().entries().containsKey(row.model().architecture()))
            .findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    RankedModel row = first.get();
    GraphLayout layout =
        new LayeredLayout()
            .layout(
                BlockFolding.of(zoo.atlas().graph(row.model().architecture())).folded(), progress);
    return Optional.of(
        new Drawing(
            row.model().name(),
            row.rank(),
            new GraphSvgWriter(GraphSvgWriter.Theme.LIGHT).svg(layout),
            new GraphSvgWriter(GraphSvgWriter.Theme.DARK).svg(layout)));
  }

  private static ArchitectureMap map(ArchitectureNeighbourhood zoo, int count, Progress progress)
      throws FennecException {
    ArchitectureClusters clusters = zoo.clusters(OptionalInt.of(count), progress);
    SortedMap<String, float[]> vectors = zoo.vectors().vectors();
    DMatrixRMaj points = new DMatrixRMaj(vectors.size(), vectors.get(vectors.firstKey()).length);
    int row = 0;
    for (float[] vector : vectors.values()) {
      for (int c = 0; c < vector.length; c++) {
        points.set(row, c, vector[c]);
      }
      row++;
    }
    PrincipalComponents components = PrincipalComponents.fit(points, COMPONENTS);
    DMatrixRMaj coordinates = components.transform(points);
    List<Place> places = new ArrayList<>();
    for (String name : vectors.keySet()) {
      int at = places.size();
      places.add(
          new Place(
              name,
              coordinates.get(at, 0),
              coordinates.get(at, 1),
              clusters.clusterOf().get(name)));
    }
    double[] shares = components.varianceShares();
    return new ArchitectureMap(places, shares[0] + shares[1]);
  }

  /** The first embedded images, small; those that are gone or damaged by now are left out. */
  private static List<Thumbnail> thumbnails(
      List<Path> sources, ImageEmbeddings images, Progress progress) throws FennecException {
    if (sources.isEmpty()) {
      return List.of();
    }
    Map<String, ImageSource> byName = new TreeMap<>();
    ImageFolder.open(sources, progress).sources().forEach(each -> byName.put(each.name(), each));
    List<Thumbnail> small = new ArrayList<>();
    for (EmbeddedImage image : images.images()) {
      progress.checkCancelled();
      ImageSource source = byName.get(image.file());
      if (source != null && small.size() < THUMBNAILS) {
        thumbnail(source).ifPresent(small::add);
      }
    }
    return small;
  }

  private static Optional<Thumbnail> thumbnail(ImageSource source) {
    try {
      DecodedImage image = new ImageDecoder().decode(source.name(), source.read());
      int whole = Math.max(1, Math.round(HEIGHT * image.width() / (float) image.height()));
      int width = Math.min(WIDEST, whole);
      PillowResize.Window middle = new PillowResize.Window((whole - width) / 2, 0, width, HEIGHT);
      byte[] rgb = PillowResize.resize(image, whole, HEIGHT, middle);
      BufferedImage small = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < width * HEIGHT; i++) {
        int colour =
            (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | (rgb[3 * i + 2] & 0xff);
        small.setRGB(i % width, i / width, colour);
      }
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(small, "jpg", jpeg);
      return Optional.of(new Thumbnail(source.name(), jpeg.toByteArray()));
    } catch (FennecException | IOException e) {
      return Optional.empty();
    }
  }
}
