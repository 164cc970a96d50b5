package fennec.app;

import fennec.embedding.ImageEncoder;
import fennec.embedding.TaskFeatures;
import fennec.encoder.Devices;
import fennec.encoder.TorchScriptEncoder;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import fennec.file.UserFolders;
import fennec.io.TaskFeaturesReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Opens image encoders by the words of the command line and finds the task features made by them.
 */
public final class EncoderShelf {

  private final FennecHome home;

  /** A shelf over the encoders that come with the program. */
  public EncoderShelf(FennecHome home) {
    this.home = home;
  }

  /**
   * Opens an encoder.
   *
   * @param spec {@code auto}, {@code built-in}, {@code torchscript:PATH}
   * @param device {@code auto}, {@code cpu} or {@code cuda:N}
   * @throws EncoderUnavailableException if it cannot be made ready
   * @throws FennecException if {@code spec} or {@code device} is not understood
   */
  public ImageEncoder open(String spec, String device) throws FennecException {
    Devices.Choice choice = Devices.choose(device);
    if (spec.equals("auto") || spec.equals("built-in")) {
      return TorchScriptEncoder.open(home.encoders().resolve("built-in"), choice);
    }
    if (spec.startsWith("torchscript:")) {
      return TorchScriptEncoder.open(Path.of(spec.substring("torchscript:".length())), choice);
    }
    throw new FennecException("There is no encoder '" + spec + "'.");
  }

  /**
   * Features of historical tasks made by {@code encoder}: those that {@code fennec history embed}
   * made on this machine, else those that came with the program; empty if there are none.
   *
   * @throws FennecException if a file that should hold them cannot be read
   */
  public TaskFeatures taskFeatures(ImageEncoder encoder) throws FennecException {
    String family = encoder.id().split(":", 2)[0];
    List<Path> places =
        List.of(
            ownTaskFeatures().resolve(fileName(encoder.id())),
            home.taskFeatures().resolve(fileName(encoder.id())),
            home.taskFeatures().resolve(fileName(family)));
    for (Path file : places) {
      if (Files.exists(file)) {
        TaskFeatures features = new TaskFeaturesReader().read(file);
        if (features.encoderId().equals(encoder.id())) {
          return features;
        }
      }
    }
    return new TaskFeatures(encoder.id(), new TreeMap<>());
  }

  /** Where features made on this machine are kept. */
  public static Path ownTaskFeatures() {
    return UserFolders.cache().resolve("task-features");
  }

  /** The name of the file with the features of one encoder. */
  public static String fileName(String encoderId) {
    return encoderId.replaceAll("[^A-Za-z0-9._-]", "_") + ".safetensors";
  }
}
