package fennec.io;

import fennec.history.HistoricTask;
import fennec.history.PerformanceMatrix;
import fennec.io.ScoreTable.Pair;
import fennec.io.ScoreTable.Score;
import fennec.zoo.PretrainedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a history pack from CSV files of one's own, or joins them to a pack. Everything that is
 * wrong is named at once; nothing is written. Facts that the files leave open are taken from what
 * the program knows of models and tasks of the same name.
 */
public final class OwnPackReader {

  /** Fewer models rank nothing worth learning. */
  static final int FEWEST_MODELS = 3;

  /** With fewer tasks none can be hidden and the others learned from. */
  static final int FEWEST_TASKS = 2;

  private static final double SAME = 5e-9;

  /** Creates a reader; it keeps nothing between calls. */
  public OwnPackReader() {}

  /**
   * What is asked for.
   *
   * @param name of the pack
   * @param title name for people
   * @param protocol what a score is
   * @param files tables of scores and facts
   * @param unit of the scores; empty to guess: per cent if any exceeds 1
   * @param base the pack that is added to; empty for a new one
   * @param replace whether scores and facts of {@code base} may be overwritten
   * @param known facts about models and tasks of the program
   */
  public record Request(
      String name,
      String title,
      String protocol,
      List<Path> files,
      Optional<ScoreUnit> unit,
      Optional<HistoryPackFiles> base,
      boolean replace,
      KnownFacts known) {

    /** Copies the list. */
    public Request {
      files = List.copyOf(files);
    }
  }

  /**
   * What came of it.
   *
   * @param pack empty if anything is wrong
   * @param complaints everything that is wrong, file by file
   * @param unit the scores were read in
   * @param added number of scores that are new
   * @param replaced number of scores of the base that were overwritten
   * @param unchanged number of scores that the base has already
   * @param unknownModels models that nothing but the scores is known of
   * @param unknownTasks tasks that nothing but the scores is known of
   */
  public record Draft(
      Optional<HistoryPackFiles> pack,
      List<Complaint> complaints,
      ScoreUnit unit,
      int added,
      int replaced,
      int unchanged,
      List<String> unknownModels,
      List<String> unknownTasks) {

    /** Copies the lists. */
    public Draft {
      complaints = List.copyOf(complaints);
      unknownModels = List.copyOf(unknownModels);
      unknownTasks = List.copyOf(unknownTasks);
    }
  }

  /** Reads the files of {@code request}. Cost linear in their size. */
  public Draft read(Request request) {
    return new Reading(request).draft();
  }

  /** One reading: tables, then scores over those of the base, then facts. */
  private static final class Reading {

    private final Request request;
    private final List<Complaint> complaints = new ArrayList<>();
    private final OwnTables tables = new OwnTables(complaints);
    private final Map<Pair, Score> scores = new LinkedHashMap<>();
    private final Set<String> models = new LinkedHashSet<>();
    private final Set<String> tasks = new LinkedHashSet<>();
    private int added;
    private int replaced;
    private int unchanged;

    Reading(Request request) {
      this.request = request;
    }

    Draft draft() {
      request.files().forEach(tables::read);
      ScoreUnit unit = request.unit().orElse(tables.scores().likelyUnit());
      if (request.unit().isEmpty()) {
        tables.scores().refuseMixedUnits(unit, "say --scale percent or --scale fraction");
      }
      request.base().ifPresent(this::takeBase);
      tables.scores().asFractions(unit).forEach(this::take);
      boolean readable = complaints.isEmpty();
      KnownFacts given = givenOverBase();
      refuseTooLittle(readable);
      refuseStrangers(given);
      refuseTasksWithoutScore();
      KnownFacts all = given.over(request.known());
      complaints.sort(
          java.util.Comparator.comparingInt((Complaint c) -> request.files().indexOf(c.file()))
              .thenComparingLong(Complaint::line));
      return new Draft(
          complaints.isEmpty() ? Optional.of(pack(all)) : Optional.empty(),
          complaints,
          unit,
          added,
          replaced,
          unchanged,
          models.stream().filter(name -> !KnownFacts.says(all.model(name))).toList(),
          tasks.stream().filter(name -> !all.tasks().containsKey(name)).toList());
    }

    private void takeBase(HistoryPackFiles base) {
      base.models().forEach(model -> models.add(model.name()));
      base.pack().tasks().forEach(task -> tasks.add(task.name()));
      PerformanceMatrix matrix = base.pack().performance();
      for (int i = 0; i < matrix.models().size(); i++) {
        for (int j = 0; j < matrix.tasks().size(); j++) {
          if (matrix.observed(i, j)) {
            String model = matrix.models().get(i);
            String task = matrix.tasks().get(j);
            Score score = new Score(request.files().get(0), 0, "", model, task, matrix.score(i, j));
            scores.put(new Pair(model, task), score);
          }
        }
      }
    }

    private void take(Score score) {
      models.add(score.subject());
      tasks.add(score.task());
      Score earlier = scores.putIfAbsent(new Pair(score.subject(), score.task()), score);
      if (earlier == null) {
        added++;
      } else if (Math.abs(earlier.value() - score.value()) < SAME) {
        unchanged++;
      } else if (request.replace()) {
        scores.put(new Pair(score.subject(), score.task()), score);
        replaced++;
      } else {
        complaints.add(
            new Complaint(
                score.file(),
                score.line(),
                score.column(),
                String.format(
                    Locale.ROOT,
                    "the score of %s on %s is %s %% here and %s %% in the pack; give --replace"
                        + " to overwrite it",
                    score.subject(),
                    score.task(),
                    percent(score.value()),
                    percent(earlier.value()))));
      }
    }

    private static String percent(double fraction) {
      return ScoreTable.plain(Math.rint(fraction * 1e8) / 1e6);
    }

    private KnownFacts givenOverBase() {
      KnownFacts given = tables.facts();
      if (request.base().isEmpty()) {
        return given;
      }
      Map<String, PretrainedModel> ofModels = new LinkedHashMap<>();
      request.base().get().models().forEach(model -> ofModels.put(model.name(), model));
      Map<String, HistoricTask> ofTasks = new LinkedHashMap<>();
      request.base().get().pack().tasks().forEach(task -> ofTasks.put(task.name(), task));
      KnownFacts before = new KnownFacts(ofModels, ofTasks);
      KnownFacts after = given.over(before);
      KnownFacts kept = before.over(given);
      if (!request.replace()) {
        ofModels.keySet().stream()
            .filter(name -> !after.model(name).equals(kept.model(name)))
            .forEach(name -> refuseOtherFacts("model", name));
        ofTasks.keySet().stream()
            .filter(name -> !after.task(name).equals(kept.task(name)))
            .forEach(name -> refuseOtherFacts("task", name));
      }
      return after;
    }

    private void refuseOtherFacts(String kind, String name) {
      whole(
          "facts about the "
              + kind
              + " "
              + name
              + " differ from those in the pack; give --replace to overwrite them");
    }

    private void refuseTooLittle(boolean readable) {
      // What is wrong with a cell is said of that cell, not that its model is lacking.
      Set<Pair> pairs = new LinkedHashSet<>(scores.keySet());
      if (!readable) {
        pairs.addAll(tables.scores().seen());
      }
      if (pairs.isEmpty()) {
        if (readable) {
          whole("there is no score in the files");
        }
        return;
      }
      long scoredModels = pairs.stream().map(Pair::subject).distinct().count();
      long scoredTasks = pairs.stream().map(Pair::task).distinct().count();
      if (scoredModels < FEWEST_MODELS) {
        whole(
            "models with scores: "
                + scoredModels
                + "; a history needs "
                + FEWEST_MODELS
                + " or more");
      }
      if (scoredTasks < FEWEST_TASKS) {
        whole(
            "tasks with scores: " + scoredTasks + "; a history needs " + FEWEST_TASKS + " or more");
      }
    }

    private void refuseStrangers(KnownFacts given) {
      if (!models.isEmpty()
          && models.stream().noneMatch(name -> request.known().models().containsKey(name))
          && models.stream().noneMatch(name -> KnownFacts.says(given.model(name)))) {
        whole(
            "none of its "
                + models.size()
                + " models is known to the program, so nothing but scores would be known of them;"
                + " check the names, or give a table of facts with the columns model, family,"
                + " parameters");
      }
    }

    private void refuseTasksWithoutScore() {
      for (String task : tables.facts().tasks().keySet()) {
        if (!tasks.contains(task)) {
          Path file = tables.factsOfTasks().orElse(request.files().get(0));
          complaints.add(new Complaint(file, 0, "the task " + task + " has no score"));
        }
      }
    }

    private void whole(String reason) {
      complaints.add(new Complaint(request.files().get(0), 0, reason));
    }

    private HistoryPackFiles pack(KnownFacts facts) {
      Map<String, PretrainedModel> ofModels = new LinkedHashMap<>();
      models.forEach(name -> ofModels.put(name, facts.model(name)));
      tables.factModels().forEach(name -> ofModels.put(name, facts.model(name)));
      Map<String, HistoricTask> ofTasks = new LinkedHashMap<>();
      tasks.forEach(name -> ofTasks.put(name, facts.task(name)));
      PackDescription description =
          new PackDescription(
              request.name(),
              request.title(),
              request.protocol(),
              request.base().map(base -> base.pack().source()).orElse(""),
              request.base().map(base -> base.pack().joinedByDefault()).orElse(true),
              Optional.of(ScoreUnit.PERCENT),
              Optional.of(ScoreUnit.FRACTION));
      return HistoryPackReader.assemble(
          description,
          Optional.of(ofModels),
          Optional.of(ofTasks),
          List.copyOf(scores.values()),
          "");
    }
  }
}
