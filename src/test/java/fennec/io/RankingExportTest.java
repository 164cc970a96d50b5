package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
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
}
