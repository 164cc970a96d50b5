package fennec.recommend;

/**
 * What one meta feature adds to a model's meta score, against the average model and task.
 *
 * @param feature name of the feature for people, for example {@code parameters} or {@code family}
 * @param value the feature's value as text, for example {@code 86 M} or {@code ViT}
 * @param amount points of the score, a signed fraction
 */
public record Contribution(String feature, String value, double amount) {}
