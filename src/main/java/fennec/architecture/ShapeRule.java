package fennec.architecture;

import java.util.List;

/** How the outputs of an operation follow from its inputs. */
@FunctionalInterface
interface ShapeRule {

  /**
   * Tensors that the node makes, in order.
   *
   * @throws Operands.Unknown if they do not follow from what is known
   */
  List<Tensor> outputs(Operands operands) throws Operands.Unknown;
}
