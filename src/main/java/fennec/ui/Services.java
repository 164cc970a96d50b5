package fennec.ui;

import fennec.io.ArchitectureWork;
import fennec.ui.architecture.ArchitectureService;
import fennec.ui.clusters.ClusterService;
import fennec.ui.evaluation.EvaluationService;
import fennec.ui.ranking.QualityCurve;
import fennec.ui.ranking.RankingExport;
import fennec.ui.target.RecommendationService;
import fennec.ui.tasks.TaskService;
import java.util.Map;
import java.util.Optional;

/**
 * The program behind the window, loaded after the window is up.
 *
 * @param recommendation images in, scores out
 * @param export rankings to files
 * @param architectures graphs of models and files
 * @param clusters architectures and their clusters
 * @param tasks historical tasks and the new one
 * @param work multiply-adds of architectures by name of the graph, where they are known
 * @param qualityCurve how well each alpha did in the evaluation, if that was measured
 * @param evaluation puts the rankings to the test
 */
public record Services(
    RecommendationService recommendation,
    RankingExport export,
    ArchitectureService architectures,
    ClusterService clusters,
    TaskService tasks,
    Map<String, ArchitectureWork> work,
    Optional<QualityCurve> qualityCurve,
    EvaluationService evaluation) {}
