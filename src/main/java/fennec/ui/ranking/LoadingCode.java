package fennec.ui.ranking;

import fennec.zoo.PretrainedModel;
import java.util.Locale;

/** The line of Python that loads a model, by the library that its page or graph names. */
final class LoadingCode {

  private LoadingCode() {}

  static String of(PretrainedModel model) {
    String name = model.name();
    String url = model.url().toLowerCase(Locale.ROOT);
    String graph = model.architecture();
    int at = name.indexOf('@');
    String bare = at < 0 ? name : name.substring(0, at);
    if (url.contains("open_clip")) {
      return "import open_clip; model, _, preprocess = open_clip.create_model_and_transforms(\""
          + bare
          + "\", pretrained=\""
          + (at < 0 ? "openai" : name.substring(at + 1))
          + "\")";
    }
    if (url.contains("huggingface.co/") && name.contains("/")) {
      return "from transformers import AutoModelForImageClassification; model ="
          + " AutoModelForImageClassification.from_pretrained(\""
          + name
          + "\")";
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
    return "import timm; model = timm.create_model(\"" + bare + "\", pretrained=True)";
  }
}
