package fennec.zoo;

import java.util.Locale;

/** The line of Python that loads a model, by the library that its page or graph names. */
public final class LoadingCode {

  private LoadingCode() {}

  /** One line of Python; where weights must be fetched by hand, its comment says from where. */
  public static String of(PretrainedModel model) {
    String name = model.name();
    String url = model.url().toLowerCase(Locale.ROOT);
    String graph = model.architecture();
    int at = name.indexOf('@');
    String bare = at < 0 ? name : name.substring(0, at);
    if (url.contains("open_clip")) {
      return "import open_clip; model, _, preprocess = open_clip.create_model_and_transforms("
          + quoted(bare)
          + ", pretrained="
          + quoted(at < 0 ? "openai" : name.substring(at + 1))
          + ")";
    }
    if (url.contains("huggingface.co/") && name.contains("/")) {
      return "from transformers import AutoModelForImageClassification; model ="
          + " AutoModelForImageClassification.from_pretrained("
          + quoted(name)
          + ")";
    }
    if (url.contains("parc") && at >= 0) {
      return "import torchvision; model = torchvision.models."
          + bare
          + "()  # then load the weights trained on "
          + name.substring(at + 1)
          + " from "
          + model.url();
    }
    if (graph.startsWith("torchvision.") || url.contains("pytorch.org/vision")) {
      String builder = graph.startsWith("torchvision.") ? graph.substring(12) : bare;
      return "import torchvision; model = torchvision.models." + builder + "(weights=\"DEFAULT\")";
    }
    return "import timm; model = timm.create_model(" + quoted(bare) + ", pretrained=True)";
  }

  /** A Python text; what could end it early is written as an escape. */
  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cc}", " ")
        + "\"";
  }
}
