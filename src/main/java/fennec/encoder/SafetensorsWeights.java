package fennec.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import fennec.error.FennecException;
import fennec.file.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Weights in one safetensors file, or in several that an index names. */
final class SafetensorsWeights implements Weights {

  private final String source;
  private final List<Safetensors> files = new ArrayList<>();
  private final SortedMap<String, Safetensors> home = new TreeMap<>();

  private SafetensorsWeights(String source) {
    this.source = source;
  }

  static SafetensorsWeights single(Path file) throws FennecException {
    SafetensorsWeights weights = new SafetensorsWeights(file.toString());
    Safetensors opened = Safetensors.open(file);
    weights.files.add(opened);
    opened.entries().keySet().forEach(name -> weights.home.put(name, opened));
    return weights;
  }

  /** Opens every shard that {@code index} (model.safetensors.index.json) names beside it. */
  static SafetensorsWeights sharded(Path index, JsonNode json) throws FennecException {
    SafetensorsWeights weights = new SafetensorsWeights(index.toString());
    boolean complete = false;
    try {
      SortedMap<String, Safetensors> opened = new TreeMap<>();
      for (String shard : shards(index, json)) {
        Safetensors file = Safetensors.open(index.resolveSibling(shard));
        weights.files.add(file);
        opened.put(shard, file);
      }
      for (Map.Entry<String, JsonNode> place : json.path("weight_map").properties()) {
        Safetensors file = opened.get(place.getValue().textValue());
        file.entry(place.getKey());
        weights.home.put(place.getKey(), file);
      }
      complete = true;
      return weights;
    } finally {
      if (!complete) {
        weights.close();
      }
    }
  }

  /** File names in the index, each checked to be a plain name of a file that is there. */
  static SortedSet<String> shards(Path index, JsonNode json) throws FennecException {
    SortedSet<String> shards = new TreeSet<>();
    for (Map.Entry<String, JsonNode> place : json.path("weight_map").properties()) {
      String shard = place.getValue().asText();
      if (!shard.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw new FennecException(
            index + " names \"" + shard + "\", which is no name of a file beside it.");
      }
      if (!Files.isRegularFile(index.resolveSibling(shard))) {
        throw new FennecException(
            index + " names " + shard + ", which is missing; get the checkpoint again.");
      }
      shards.add(shard);
    }
    if (shards.isEmpty()) {
      throw new FennecException(index + " has no weight_map.");
    }
    return shards;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(home.keySet()));
  }

  @Override
  public long[] shape(String name) {
    return home.get(name).entries().get(name).shape();
  }

  @Override
  public float[] floats(String name) throws FennecException {
    return home.get(name).floats(name);
  }

  @Override
  public void close() {
    files.forEach(Safetensors::close);
  }
}
