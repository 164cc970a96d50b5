package fennec;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The direction of packages and the borders that libraries must not cross, each with its reason.
 */
@AnalyzeClasses(packages = "fennec", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("fennec..")
          .layer("launcher")
          .definedBy("fennec")
          .layer("cli")
          .definedBy("fennec.cli..")
          .optionalLayer("ui")
          .definedBy("fennec.ui..")
          .optionalLayer("app")
          .definedBy("fennec.app..")
          .optionalLayer("io")
          .definedBy("fennec.io..")
          .optionalLayer("hub")
          .definedBy("fennec.hub..")
          .optionalLayer("encoder")
          .definedBy("fennec.encoder..")
          .optionalLayer("evaluate")
          .definedBy("fennec.evaluate..")
          .optionalLayer("recommend")
          .definedBy("fennec.recommend..")
          .optionalLayer("history")
          .definedBy("fennec.history..")
          .optionalLayer("zoo")
          .definedBy("fennec.zoo..")
          .optionalLayer("architecture")
          .definedBy("fennec.architecture..")
          .optionalLayer("embedding")
          .definedBy("fennec.embedding..")
          .whereLayer("launcher")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("launcher")
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("launcher")
          .whereLayer("app")
          .mayOnlyBeAccessedByLayers("cli", "ui")
          .whereLayer("io")
          .mayOnlyBeAccessedByLayers("app", "cli", "ui")
          .whereLayer("hub")
          .mayOnlyBeAccessedByLayers("app", "cli")
          .whereLayer("encoder")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("evaluate")
          .mayOnlyBeAccessedByLayers("io", "app", "cli", "ui")
          .whereLayer("recommend")
          .mayOnlyBeAccessedByLayers("io", "encoder", "evaluate", "app", "cli", "ui")
          .because("left may use right, never the reverse; io also writes what evaluate measures");

  @ArchTest
  static final ArchRule EQUALS_DO_NOT_SEE_EACH_OTHER =
      slices()
          .matching("fennec.(history|zoo|architecture|embedding)..")
          .should()
          .notDependOnEachOther()
          .because("what is known of tasks, models, graphs and images is joined in recommend");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("fennec.(*)..").should().beFreeOfCycles().because("a cycle is one package");

  @ArchTest
  static final ArchRule JAVAFX_ONLY_IN_UI =
      noClasses()
          .that()
          .resideOutsideOfPackage("fennec.ui..")
          .should()
          .dependOnClassesThat(resideInAPackage("javafx.."))
          .because("everything but the window runs where there is no display");

  @ArchTest
  static final ArchRule DJL_ONLY_IN_ENCODER =
      noClasses()
          .that()
          .resideOutsideOfPackage("fennec.encoder..")
          .should()
          .dependOnClassesThat(resideInAPackage("ai.djl.."))
          .because("another engine must be a change of one package");

  @ArchTest
  static final ArchRule NETWORK_ONLY_IN_HUB =
      noClasses()
          .that()
          .resideOutsideOfPackage("fennec.hub..")
          .should()
          .dependOnClassesThat(resideInAPackage("java.net.http.."))
          .because("nothing is fetched unless the user asked for it");

  @ArchTest
  static final ArchRule GRAPHSTREAM_ONLY_IN_TWO_PANES =
      noClasses()
          .that()
          .resideOutsideOfPackages("fennec.ui.architecture..", "fennec.ui.clusters..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.graphstream.."))
          .because("it renders, it does not model");

  @ArchTest
  static final ArchRule JGRAPHT_ONLY_IN_ARCHITECTURE =
      noClasses()
          .that()
          .resideOutsideOfPackage("fennec.architecture..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.jgrapht.."))
          .because("the graph is known by its own type");

  @ArchTest
  static final ArchRule OUTPUT_ONLY_IN_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("fennec.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("the terminal decides what is printed");

  @ArchTest
  static final ArchRule SEEDS_ARE_EXPLICIT =
      noClasses()
          .should()
          .callConstructor(java.util.Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .because("the same input gives the same output");

  @ArchTest
  static final ArchRule NO_SLEEP =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("waiting for time is guessing; wait for the event");

  @ArchTest
  static final ArchRule VIEW_MODELS_KNOW_NO_NODE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .or()
          .resideInAPackage("fennec.ui.session..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.animation.."))
          .because("a view model is tested without a toolkit");
}
