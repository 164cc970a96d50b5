package fennec.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import fennec.embedding.ImagePreprocessing;
import fennec.error.FennecException;

/** Reads {@code preprocessor_config.json} in its old form (plain sizes) and its present one. */
final class PreprocessorConfig {

  private static final int BICUBIC = 3;

  private PreprocessorConfig() {}

  /**
   * What the checkpoint wants done to a picture.
   *
   * @throws FennecException if it wants something else than a bicubic resize of the shorter side
   *     and a square crop from the centre
   */
  static ImagePreprocessing read(CheckpointFolder checkpoint) throws FennecException {
    JsonNode node = checkpoint.preprocessor();
    JsonFields fields =
        new JsonFields(checkpoint.folder().resolve("preprocessor_config.json").toString(), node);
    for (String step : new String[] {"do_resize", "do_center_crop", "do_normalize", "do_rescale"}) {
      if (!fields.flag(step, true)) {
        throw new FennecException(
            fields.file() + " switches " + step + " off, which is not supported.");
      }
    }
    if (node.path("resample").asInt(BICUBIC) != BICUBIC) {
      throw new FennecException(
          fields.file()
              + " asks for resampling filter "
              + node.path("resample")
              + "; only 3 (bicubic) is supported.");
    }
    int shorter = shorterSide(fields);
    int crop = crop(fields);
    if (crop > shorter || shorter > 4096) {
      throw new FennecException(
          fields.file() + " crops " + crop + " pixels from a shorter side of " + shorter + ".");
    }
    float[] std = fields.triple("image_std");
    if (std[0] <= 0 || std[1] <= 0 || std[2] <= 0) {
      throw new FennecException(fields.file() + " has an image_std that is not positive.");
    }
    double scale = fields.positive("rescale_factor", 1 / 255.0);
    return new ImagePreprocessing(shorter, crop, scale, fields.triple("image_mean"), std);
  }

  private static int shorterSide(JsonFields fields) throws FennecException {
    JsonNode size = fields.node().path("size");
    int side =
        size.isObject() ? fields.below("size").size("shortest_edge", 0) : fields.size("size", 0);
    if (side == 0) {
      throw new FennecException(fields.file() + " has no shortest_edge at \"size\".");
    }
    return side;
  }

  private static int crop(JsonFields fields) throws FennecException {
    if (!fields.node().path("crop_size").isObject()) {
      return fields.size("crop_size", shorterSide(fields));
    }
    int height = fields.below("crop_size").size("height", 0);
    int width = fields.below("crop_size").size("width", 0);
    if (height == 0 || height != width) {
      throw new FennecException(
          fields.file() + " crops " + width + " x " + height + " pixels, no square.");
    }
    return height;
  }
}
