package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.evaluate.AlphaCurve;
import fennec.recommend.Contribution;
import fennec.recommend.PackStamp;
import fennec.recommend.Provenance;
import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.recommend.Ranking;
import fennec.recommend.RankingReport;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TaskShare;
import fennec.zoo.PretrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports against golden files; names are chosen to break a careless writer. */
class RankingExportTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "exports");

  @TempDir Path folder;

  private static RankedModel row(int rank, String name, boolean known) {
    return new RankedModel(
        rank,
        rank - 1,
        new PretrainedModel(
            name,
            known ? "ViT" : "",
            known ? "hf.vit" : "",
            known ? OptionalLong.of(86_567_656) : OptionalLong.empty(),
            known ? OptionalInt.of(224) : OptionalInt.empty(),
            known ? "imagenet" : "",
            OptionalDouble.empty(),
            known ? "https://example.org/a?b=1,2" : ""),
        0.9 / rank,
        0.8 / rank,
        1.0 / rank,
        0.7 / rank,
        1.1 / rank,
        !known);
  }

  private static RankingReport report() {
    return new RankingReport(
        "my | folder",
        new Ranking(
            0.25, List.of(row(1, "=cmd|'/c calc'!A0", true), row(2, "plain, \"quoted\"", false))),
        List.of(new RankInterval(1, 2), new RankInterval(1, 2)),
        List.of(new TaskShare("dtd", "Describable <Textures>", 0.75)),
        List.of(List.of(new Contribution("parameters", "86.6 M", -0.0125)), List.of()),
        new Provenance(
            "Fennec Workbench 1.0.0",
            "17.0.15",
            "built-in:abc",
            "Built-in",
            "e5fd",
            "CPU, 2 threads",
            "my | folder",
            "f00d",
            12,
            1,
            List.of(new PackStamp("parc", "beef")),
            RecommenderSettings.PUBLISHED,
            0.25,
            Instant.parse("2026-01-02T03:04:05Z")));
  }

  @ParameterizedTest
  @EnumSource(RankingFormat.class)
  void writesTheGoldenBytesAndLeavesNothingElseBehind(RankingFormat format)
      throws FennecException, IOException {
    Path file = folder.resolve("ranking" + format.ending());
    RankingFormat.of(file).export(report(), file);
    assertEquals(
        Files.readString(GOLDEN.resolve("ranking" + format.ending())), Files.readString(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void aTargetThatCannotBeWrittenIsNamed() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    Path target = inTheWay.resolve("ranking.csv");
    FennecException failure =
        assertThrows(FennecException.class, () -> RankingFormat.CSV.export(report(), target));
    assertTrue(failure.getMessage().startsWith("Cannot write " + target + ": "));
  }

  private static final String HOSTILE =
      "</title><script>alert('x')</script>\"><img src=x>&amp;\u202e";

  private static RankingReport hostile() {
    RankingReport fine = report();
    Provenance p = fine.provenance();
    RankedModel row = row(1, HOSTILE, true);
    PretrainedModel model = row.model();
    PretrainedModel bad =
        new PretrainedModel(
            HOSTILE,
            HOSTILE,
            HOSTILE,
            model.parameters(),
            model.inputSize(),
            HOSTILE,
            model.sourceAccuracy(),
            "javascript:alert(1)");
    return new RankingReport(
        HOSTILE,
        new Ranking(0.25, List.of(new RankedModel(1, 0, bad, 0.5, 0.5, 0.5, 0.4, 0.6, false))),
        List.of(new RankInterval(1, 1)),
        List.of(new TaskShare(HOSTILE, HOSTILE, 1)),
        List.of(List.of()),
        new Provenance(
            HOSTILE,
            p.java(),
            HOSTILE,
            HOSTILE,
            p.weightsSha256(),
            HOSTILE,
            HOSTILE,
            p.folderFingerprint(),
            1,
            0,
            List.of(new PackStamp(HOSTILE, "beef")),
            p.settings(),
            0.25,
            p.time()));
  }

  @Test
  void aPageTakesNoNameForMarkup() throws FennecException, IOException {
    RankingAnnex annex =
        new RankingAnnex(
            Optional.of(new AlphaCurve(List.of(0.0, 1.0), List.of(80.0, 70.0), HOSTILE)),
            List.of(new RankingAnnex.Thumbnail(HOSTILE, new byte[] {1, 2, 3})),
            Optional.of(new RankingAnnex.Drawing(HOSTILE, 2, "<svg></svg>", "<svg></svg>")),
            Optional.of(
                new RankingAnnex.ArchitectureMap(
                    List.of(
                        new RankingAnnex.Place(HOSTILE, 0, 0, 0),
                        new RankingAnnex.Place("other", 1, 1, 1)),
                    0.5)));
    Path file = folder.resolve("hostile.html");
    RankingFormat.HTML.export(hostile(), annex, file);
    String page = Files.readString(file);
    assertFalse(page.contains("<script") || page.contains("<img src=x"), "a name became markup");
    assertFalse(page.contains("javascript:"), "only web pages are linked");
    assertFalse(page.contains("\u202e"), "nothing turns the direction of reading");
    assertTrue(
        page.contains(
            "&lt;/title>&lt;script>alert('x')&lt;/script>&quot;>&lt;img src=x>&amp;amp;"));
    assertTrue(page.contains("src=\"data:image/jpeg;base64,AQID\""));
    assertTrue(page.contains("default-src 'none'"), "the page forbids what might slip through");
    assertEquals(1, page.split("<title>Models for", -1).length - 1);
    assertTrue(page.contains("this report: 0.25") && page.contains("class=\"ring\""));
    assertTrue(page.contains("the first model with a known graph"));
  }
}
