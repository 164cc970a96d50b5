package fennec.zoo;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The family an architecture belongs to, from its name: {@code vit_base_patch16_224} is a {@code
 * ViT}. Families that histories know are written as there; any other is the run of letters that its
 * name starts with.
 */
public final class ArchitectureFamily {

  private static final Pattern ORIGIN = Pattern.compile("^(tf|adv|legacy|gluon|test|ese|cs3)_?");
  private static final Pattern LETTERS = Pattern.compile("^[a-z]+");
  private static final Map<String, String> BY_PREFIX =
      Map.ofEntries(
          Map.entry("vit_", "ViT"),
          Map.entry("vit7", "ViT"),
          Map.entry("flexivit", "ViT"),
          Map.entry("naflexvit", "ViT"),
          Map.entry("deit", "DeiT"),
          Map.entry("beit", "BEiT"),
          Map.entry("swin", "Swin"),
          Map.entry("convnext", "ConvNeXt"),
          Map.entry("resnet", "ResNet"),
          Map.entry("wide_resnet", "ResNet"),
          Map.entry("resnetv2", "ResNetV2"),
          Map.entry("resnext", "ResNeXt"),
          Map.entry("densenet", "DenseNet"),
          Map.entry("googlenet", "GoogLeNet"),
          Map.entry("alexnet", "AlexNet"),
          Map.entry("vgg", "VGG"),
          Map.entry("inception", "Inception"),
          Map.entry("mnasnet", "MNASNet"),
          Map.entry("mobilenetv1", "MobileNetV1"),
          Map.entry("mobilenetv2", "MobileNetV2"),
          Map.entry("mobilenetv3", "MobileNetV3"),
          Map.entry("mobilenetv4", "MobileNetV4"),
          Map.entry("efficientnet", "EfficientNet"),
          Map.entry("efficientnetv2", "EfficientNetV2"),
          Map.entry("pvt_v2", "PVTv2"),
          Map.entry("van_", "VAN"),
          Map.entry("eva_", "EVA01"),
          Map.entry("eva02", "EVA02"),
          Map.entry("regnet", "RegNet"));

  private ArchitectureFamily() {}

  /** The family of the architecture with this name; empty if the name starts with no letter. */
  public static String of(String architecture) {
    String lower = architecture.toLowerCase(Locale.ROOT);
    String name = ORIGIN.matcher(lower).replaceFirst("");
    return BY_PREFIX.keySet().stream()
        .filter(name::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(BY_PREFIX::get)
        .orElseGet(
            () -> {
              Matcher letters = LETTERS.matcher(name);
              return letters.find() ? letters.group() : "";
            });
  }
}
