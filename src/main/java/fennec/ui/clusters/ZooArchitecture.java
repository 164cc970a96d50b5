package fennec.ui.clusters;

import java.util.OptionalLong;

/**
 * An architecture of the zoo.
 *
 * @param name its name
 * @param family its family, as the ranking writes it
 * @param parameters number of weights
 * @param vector its archi2vec vector
 */
public record ZooArchitecture(
    String name, String family, OptionalLong parameters, float[] vector) {}
