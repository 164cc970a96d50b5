package fennec.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadingCodeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vit_base_patch16_224.augreg_in21k | timm.vit_base_patch16_224 | | import timm; model = timm.create_model(\"vit_base_patch16_224.augreg_in21k\", pretrained=True)",
        "densenet121 | torchvision.densenet121 | https://pytorch.org/vision/stable/models.html | import torchvision; model = torchvision.models.densenet121(weights=\"DEFAULT\")",
        "google/vit-base-patch16-224 | hf.vit | https://huggingface.co/google/vit-base-patch16-224 | from transformers import AutoModelForImageClassification; model = AutoModelForImageClassification.from_pretrained(\"google/vit-base-patch16-224\")",
        "ViT-H-14-quickgelu@dfn5b | | https://github.com/mlfoundations/open_clip | import open_clip; model, _, preprocess = open_clip.create_model_and_transforms(\"ViT-H-14-quickgelu\", pretrained=\"dfn5b\")"
      })
  void namesTheLibraryThatHoldsTheWeights(String name, String graph, String url, String expected) {
    assertEquals(
        expected,
        LoadingCode.of(
            new PretrainedModel(
                name,
                "",
                graph == null ? "" : graph,
                OptionalLong.empty(),
                OptionalInt.empty(),
                "",
                OptionalDouble.empty(),
                url == null ? "" : url)));
  }
}
