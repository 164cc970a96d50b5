package fennec.fuzz;

import fennec.architecture.GraphCost;
import fennec.embedding.ImageDecoder;
import fennec.embedding.ImageFolder;
import fennec.embedding.ImageSource;
import fennec.error.FennecException;
import fennec.file.Safetensors;
import fennec.io.AlphaCurveReader;
import fennec.io.HistoryPackReader;
import fennec.io.LabelledFeaturesReader;
import fennec.io.OnnxGraphReader;
import fennec.io.SavedSession;
import fennec.io.SessionFile;
import fennec.io.SettingsFile;
import fennec.io.StateDictReader;
import fennec.io.TorchScriptGraphReader;
import fennec.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Every reader of files that come from outside, with sound files to start from. */
final class FuzzTargets {

  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path TORCH = RESOURCES.resolve("fennec/io/torch");
  private static final int MOST_PIXELS = 4_000_000;

  private final Path folder;

  /** Sound files that are not in the resources are made in {@code folder}. */
  FuzzTargets(Path folder) {
    this.folder = folder;
  }

  List<FuzzTarget> all() throws IOException, FennecException {
    return List.of(
        new FuzzTarget("images", files(RESOURCES.resolve("images/decode"), ""), false, this::image),
        new FuzzTarget("zip", List.of(zip()), true, FuzzTargets::folderOfImages),
        new FuzzTarget(
            "CSV", List.of(features()), false, f -> new LabelledFeaturesReader().read(f)),
        new FuzzTarget("history pack", files(pack(), ""), false, this::historyPack),
        new FuzzTarget(
            "JSON",
            List.of(Path.of("assets/evaluation/alpha.json")),
            false,
            f -> new AlphaCurveReader().read(f)),
        new FuzzTarget("ONNX", onnx(), false, FuzzTargets::onnxGraph),
        new FuzzTarget(
            "TorchScript",
            List.of(TORCH.resolve("traced.pt"), TORCH.resolve("scripted.pt")),
            true,
            f -> new TorchScriptGraphReader().read(f)),
        new FuzzTarget(
            "checkpoint",
            List.of(TORCH.resolve("state.pth"), TORCH.resolve("state.safetensors")),
            false,
            f -> new StateDictReader().read(f)),
        new FuzzTarget(
            "safetensors", List.of(TORCH.resolve("state.safetensors")), false, this::tensors),
        new FuzzTarget("session", List.of(session()), false, SessionFile::read),
        new FuzzTarget("settings", List.of(settings()), false, f -> new SettingsFile(f).read()));
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(ending) && !f.toString().endsWith("expected.json"))
          .sorted()
          .toList();
    }
  }

  private void image(Path file) throws FennecException {
    new ImageDecoder(MOST_PIXELS, true).decode(file.getFileName().toString(), bytes(file));
  }

  private static void folderOfImages(Path file) throws FennecException {
    for (ImageSource source : ImageFolder.open(file, Progress.NONE).sources()) {
      source.read();
    }
  }

  /** The damaged file among the pack's sound ones. */
  private void historyPack(Path file) throws FennecException {
    Path place = folder.resolve("damaged-pack");
    try {
      Files.createDirectories(place);
      for (Path sound : files(folder.resolve("pack"), "")) {
        Files.write(place.resolve(sound.getFileName()), Files.readAllBytes(sound));
      }
      Files.write(place.resolve(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new HistoryPackReader().check(place);
    new HistoryPackReader().read(place);
  }

  private static void onnxGraph(Path file) throws FennecException {
    GraphCost.of(new OnnxGraphReader().read(file));
  }

  private void tensors(Path file) throws FennecException {
    try (Safetensors tensors = Safetensors.open(file)) {
      for (String name : tensors.entries().keySet()) {
        tensors.bytes(name);
      }
    }
  }

  private Path zip() throws IOException {
    Path file = folder.resolve("pictures.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("rgb.png", "rgb.jpg", "grey.png")) {
        out.putNextEntry(new ZipEntry("class-" + name.charAt(0) + "/" + name));
        out.write(bytes(RESOURCES.resolve("images/decode").resolve(name)));
      }
    }
    return file;
  }

  private Path features() throws IOException {
    return Files.writeString(
        folder.resolve("features.csv"),
        "label,f0,f1\ncat,0.5,1\ncat,0.25,1.5\n\"dog, big\",-1,2e-3\ndog,3,4\n");
  }

  private Path pack() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    for (Path file : files(Path.of("assets/history/imagenet-cnn"), "")) {
      Files.write(pack.resolve(file.getFileName()), bytes(file));
    }
    return pack;
  }

  /** The two smallest graphs that are shipped, one of them unpacked. */
  private List<Path> onnx() throws IOException {
    List<Path> small =
        files(Path.of("assets/architectures"), ".onnx.gz").stream()
            .sorted(java.util.Comparator.comparingLong(f -> f.toFile().length()))
            .limit(2)
            .toList();
    Path unpacked = folder.resolve("small.onnx");
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(small.get(1)))) {
      Files.write(unpacked, in.readAllBytes());
    }
    return List.of(small.get(0), unpacked);
  }

  private Path session() throws FennecException {
    Path file = folder.resolve("a.fennec.json");
    SessionFile.write(
        file,
        new SavedSession(
            List.of("/images/flowers"),
            "auto",
            Map.of("encoder", "built-in:1", "program", "1.0.0"),
            new SavedSession.View(
                0.25, "resnet50", List.of("vit"), List.of("a", "b"), Map.of("text", "a \"b\"")),
            List.of("vit", "resnet50")));
    return file;
  }

  private Path settings() throws IOException {
    return Files.writeString(
        folder.resolve("settings.json"),
        "{\"theme\":\"dark\",\"recent\":[\"/a\",\"/b\"],\"encoder\":\"auto\",\"animations\":true,"
            + "\"window\":{\"width\":1440,\"height\":900,\"maximised\":false}}");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
