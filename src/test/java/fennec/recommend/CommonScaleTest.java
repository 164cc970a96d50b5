package fennec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CommonScaleTest {

  /** Strength follows the logarithm of the size. */
  private static PretrainedModel sized(String name, String family, double log) {
    return new PretrainedModel(
        name,
        family,
        "",
        OptionalLong.of(Math.round(Math.exp(log))),
        OptionalInt.empty(),
        "imagenet",
        OptionalDouble.empty(),
        "");
  }

  private final List<PretrainedModel> many = new ArrayList<>();
  private final List<PretrainedModel> few = new ArrayList<>();
  private final double[] strengths = new double[40];
  private final double[] twins = new double[10];

  CommonScaleTest() {
    SplittableRandom random = new SplittableRandom(3);
    double[] ofFamily = new double[8];
    for (int f = 0; f < ofFamily.length; f++) {
      ofFamily[f] = random.nextGaussian();
    }
    for (int i = 0; i < strengths.length; i++) {
      many.add(sized("many" + i, "family" + i % 8, 15 + i % 5));
      strengths[i] = ofFamily[i % 8] + 0.3 * (i % 5 - 2) + 0.05 * random.nextGaussian();
    }
    for (int i = 0; i < twins.length; i++) {
      few.add(sized("few" + i, "family" + i % 4, 15 + i % 5));
      double strength = ofFamily[i % 4] + 0.3 * (i % 5 - 2);
      twins[i] = (strength + 0.8) / 0.4;
    }
  }

  @Test
  void twinsInTwoPacksTellOffsetAndFactor() {
    CommonScale scale =
        CommonScale.of(List.of("few", "many"), List.of(few, many), List.of(twins, strengths));

    assertThat(scale.reference()).isEqualTo(1);
    assertThat(scale.offset(1)).isZero();
    assertThat(scale.factor(1)).isEqualTo(1);
    assertThat(scale.offset(0)).isCloseTo(-0.8, within(0.1));
    assertThat(scale.factor(0)).isCloseTo(0.4, within(0.05));
  }

  @Test
  void theOrderOfPacksAndModelsDoesNotMatter() {
    CommonScale one =
        CommonScale.of(List.of("few", "many"), List.of(few, many), List.of(twins, strengths));
    List<PretrainedModel> turned = new ArrayList<>(many);
    java.util.Collections.reverse(turned);
    double[] reversed = new double[strengths.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = strengths[strengths.length - 1 - i];
    }
    CommonScale other =
        CommonScale.of(List.of("many", "few"), List.of(turned, few), List.of(reversed, twins));

    assertThat(other.reference()).isZero();
    assertThat(other.offset(1)).isCloseTo(one.offset(0), within(1e-6));
    assertThat(other.factor(1)).isCloseTo(one.factor(0), within(1e-6));
  }

  @Test
  void packsOfOneSizeAreMeasuredByTheFirstByName() {
    CommonScale scale = CommonScale.of(List.of("b", "a"), List.of(few, few), List.of(twins, twins));

    assertThat(scale.reference()).isEqualTo(1);
    assertThat(scale.offset(0)).isCloseTo(0, within(0.02));
    assertThat(scale.factor(0)).isCloseTo(1, within(0.02));
  }

  @Test
  void onePackIsItsOwnScale() {
    CommonScale scale = CommonScale.of(List.of("few"), List.of(few), List.of(twins));

    assertThat(scale.offset(0)).isZero();
    assertThat(scale.factor(0)).isEqualTo(1);
  }
}
