package fennec.ui.clusters;

import java.util.OptionalLong;

/**
 * A point of the map: a model of the ranking, or an architecture that no ranked model has.
 *
 * @param name name of the model, or of the architecture
 * @param architecture position of its architecture in the zoo
 * @param place which of the models of its architecture it is, from 0, in the order of names
 * @param family its family; empty if unknown
 * @param parameters number of weights
 * @param ranked whether it is a model of the ranking
 */
public record ZooPoint(
    String name,
    int architecture,
    int place,
    String family,
    OptionalLong parameters,
    boolean ranked) {}
