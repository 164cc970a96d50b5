package fennec.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureFamilyTest {

  @ParameterizedTest
  @CsvSource({
    "vit_base_patch16_224,ViT",
    "tf_efficientnetv2_s,EfficientNetV2",
    "resnetv2_50x1_bit,ResNetV2",
    "wide_resnet50_2,ResNet",
    "regnety_160,RegNet",
    "hgnetv2_b0,hgnetv",
    "pvt_v2_b2,PVTv2",
    "42,''"
  })
  void namesTheFamily(String architecture, String family) {
    assertEquals(family, ArchitectureFamily.of(architecture));
  }
}
