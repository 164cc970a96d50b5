package fennec.recommend;

import fennec.numeric.QuasiNewton;
import java.util.List;

/**
 * Chooses the parameters of a {@link TaskKernel} by evidence and prior: they minimise the summed
 * {@link TaskKernelEvidence#improbability} plus pull ||theta - prior||^2. Only scores that the
 * evidence holds are seen; the column of a hidden task is in none.
 */
final class TaskKernelFit {

  /** Pull towards {@link TaskKernel#VAGUE} where several packs speak. */
  private static final double ACROSS = 0.1;

  /** Pull of one pack's own kernel towards that of the other packs. */
  private static final double WITHIN = 0.1;

  private static final int ITERATIONS = 40;

  private TaskKernelFit() {}

  /** The kernel that several packs share. */
  static TaskKernel across(List<TaskKernelEvidence> packs) {
    return fit(packs, TaskKernel.VAGUE, ACROSS);
  }

  /** The kernel of one pack, starting from what other packs said. */
  static TaskKernel within(TaskKernelEvidence pack, TaskKernel prior) {
    return fit(List.of(pack), prior, WITHIN);
  }

  private static TaskKernel fit(List<TaskKernelEvidence> packs, TaskKernel prior, double pull) {
    double[] centre = prior.parameters();
    double[] best =
        QuasiNewton.minimise(
            theta -> {
              double sum = 0;
              for (int i = 0; i < theta.length; i++) {
                sum += pull * (theta[i] - centre[i]) * (theta[i] - centre[i]);
              }
              TaskKernel kernel = new TaskKernel(theta);
              for (TaskKernelEvidence pack : packs) {
                sum += pack.improbability(kernel);
              }
              return sum;
            },
            centre,
            ITERATIONS);
    return new TaskKernel(best);
  }
}
