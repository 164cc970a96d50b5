package fennec.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A checkpoint as it is published: a folder with {@code config.json}, {@code
 * preprocessor_config.json} and {@code model.safetensors}, or several such files and their index,
 * or {@code pytorch_model.bin}. Opened by the folder itself, by a repository in the Hugging Face
 * cache ({@code models--org--name}, whose {@code refs/main} says which snapshot), or by a weights
 * file in such a folder.
 */
public final class CheckpointFolder {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";
  private static final String SAVED = "pytorch_model.bin";

  private final Path folder;
  private final Path weights;
  private final JsonNode config;
  private final JsonNode preprocessor;

  private CheckpointFolder(Path folder, Path weights) throws FennecException {
    this.folder = folder;
    this.weights = weights;
    this.config = json(folder.resolve("config.json"));
    this.preprocessor = json(folder.resolve("preprocessor_config.json"));
  }

  /**
   * Opens the checkpoint at {@code place} and reads its two JSON files.
   *
   * @throws EncoderUnavailableException naming the file that is missing
   * @throws FennecException naming the file that cannot be read
   */
  public static CheckpointFolder open(Path place) throws FennecException {
    if (Files.isRegularFile(place)) {
      return new CheckpointFolder(place.toAbsolutePath().getParent(), place);
    }
    if (!Files.isDirectory(place)) {
      throw new EncoderUnavailableException("There is no checkpoint at " + place + ".");
    }
    Path folder = Files.isDirectory(place.resolve("snapshots")) ? snapshot(place) : place;
    for (String name : List.of(SINGLE, INDEX, SAVED)) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return new CheckpointFolder(folder, folder.resolve(name));
      }
    }
    throw new EncoderUnavailableException(
        folder + " has no weights: no " + SINGLE + ", " + INDEX + " or " + SAVED + ".");
  }

  private static Path snapshot(Path repository) throws FennecException {
    Path snapshots = repository.resolve("snapshots");
    Path main = repository.resolve("refs").resolve("main");
    try {
      if (Files.isRegularFile(main)) {
        String commit = Files.readString(main).strip();
        if (commit.matches("[0-9a-zA-Z_-]+") && Files.isDirectory(snapshots.resolve(commit))) {
          return snapshots.resolve(commit);
        }
      }
      try (Stream<Path> all = Files.list(snapshots)) {
        List<Path> folders = all.filter(Files::isDirectory).sorted().toList();
        if (folders.size() == 1) {
          return folders.get(0);
        }
      }
    } catch (IOException e) {
      throw new FennecException("Cannot read " + repository + ": " + AtomicFile.reason(e) + ".", e);
    }
    throw new EncoderUnavailableException(
        repository + " has no snapshot that its refs/main names; get the checkpoint again.");
  }

  /** The folder with the JSON files. */
  public Path folder() {
    return folder;
  }

  /** The parsed {@code config.json}. */
  public JsonNode config() {
    return config;
  }

  /** The parsed {@code preprocessor_config.json}. */
  public JsonNode preprocessor() {
    return preprocessor;
  }

  /** {@code model_type} of the config, for example {@code clip} or {@code dinov2}. */
  public String type() {
    return config.path("model_type").asText();
  }

  /** Opens the weights; the caller closes them. */
  Weights openWeights() throws FennecException {
    if (isIndex()) {
      return SafetensorsWeights.sharded(weights, json(weights));
    }
    return weights.toString().endsWith(".safetensors")
        ? SafetensorsWeights.single(weights)
        : OpenAiArchive.open(weights);
  }

  /**
   * SHA-256 of the weights file; of several files, SHA-256 of their hashes, a line each, in the
   * order of their names. Reads every byte.
   *
   * @throws FennecException if a file cannot be read
   */
  public String weightsSha256() throws FennecException {
    List<Path> files = new ArrayList<>();
    if (isIndex()) {
      for (String shard : SafetensorsWeights.shards(weights, json(weights))) {
        files.add(weights.resolveSibling(shard));
      }
    } else {
      files.add(weights);
    }
    List<String> hashes = new ArrayList<>();
    for (Path file : files) {
      try {
        hashes.add(ContentHash.of(file));
      } catch (IOException e) {
        throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
      }
    }
    return hashes.size() == 1
        ? hashes.get(0)
        : ContentHash.of(hashes.stream().map(h -> h + "\n").collect(Collectors.joining()));
  }

  private boolean isIndex() {
    return weights.getFileName().toString().endsWith(".json");
  }

  private static JsonNode json(Path file) throws FennecException {
    if (!Files.isRegularFile(file)) {
      throw new EncoderUnavailableException(
          "The checkpoint in " + file.getParent() + " has no " + file.getFileName() + ".");
    }
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(file));
      if (!node.isObject()) {
        throw new FennecException(file + " is no JSON object.");
      }
      return node;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new FennecException(file + " is no valid JSON.", e);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }
}
