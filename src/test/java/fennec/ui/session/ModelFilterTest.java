package fennec.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFilterTest {

  private static final ModelFilter FULL =
      new ModelFilter("a", Set.of("b"), 1, 2, Set.of(3), 4, Set.of("c"), 5);

  record Change(UnaryOperator<ModelFilter> change, ModelFilter expected) {}

  static Stream<Change> changes() {
    return Stream.of(
        new Change(
            f -> f.withText("z"),
            new ModelFilter("z", Set.of("b"), 1, 2, Set.of(3), 4, Set.of("c"), 5)),
        new Change(
            f -> f.withFamilies(Set.of("z")),
            new ModelFilter("a", Set.of("z"), 1, 2, Set.of(3), 4, Set.of("c"), 5)),
        new Change(
            f -> f.withParameters(8, 9),
            new ModelFilter("a", Set.of("b"), 8, 9, Set.of(3), 4, Set.of("c"), 5)),
        new Change(
            f -> f.withInputSizes(Set.of(9)),
            new ModelFilter("a", Set.of("b"), 1, 2, Set.of(9), 4, Set.of("c"), 5)),
        new Change(
            f -> f.withMemory(9),
            new ModelFilter("a", Set.of("b"), 1, 2, Set.of(3), 9, Set.of("c"), 5)),
        new Change(
            f -> f.withPretrainingData(Set.of("z")),
            new ModelFilter("a", Set.of("b"), 1, 2, Set.of(3), 4, Set.of("z"), 5)),
        new Change(
            f -> f.withMultiplyAdds(9),
            new ModelFilter("a", Set.of("b"), 1, 2, Set.of(3), 4, Set.of("c"), 9)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void oneChangeKeepsAllOtherParts(Change each) {
    assertEquals(each.expected(), each.change().apply(FULL));
    assertNotEquals(FULL, each.change().apply(FULL));
  }

  @Test
  void setsAreCopiedInOrderAndCannotBeChanged() {
    Set<String> given = new LinkedHashSet<>(List.of("z", "a"));
    ModelFilter filter = ModelFilter.NONE.withFamilies(given);
    given.add("later");

    assertEquals(List.of("a", "z"), List.copyOf(filter.families()));
    assertThrows(UnsupportedOperationException.class, () -> filter.families().add("b"));
    assertThrows(UnsupportedOperationException.class, () -> filter.inputSizes().add(1));
    assertThrows(UnsupportedOperationException.class, () -> filter.pretrainingData().add("b"));
  }
}
