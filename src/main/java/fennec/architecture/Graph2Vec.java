package fennec.architecture;

import fennec.progress.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * graph2vec (Narayanan et al., arXiv 1707.05005): the words of a graph are predicted from the
 * graph's vector alone (PV-DBOW: Le and Mikolov, ICML 2014) with negative sampling (Mikolov et al.,
 * NIPS 2013). For every word w of document d and k words n drawn in proportion to count^0.75,
 *
 * <p>log sigmoid(u_d . v_w) + sum_n log sigmoid(-u_d . v_n)
 *
 * <p>is raised by gradient ascent with a rate that falls linearly to a hundredth. Frequent words
 * are thinned as in word2vec: one of relative frequency f is kept with probability sqrt(s/f) + s/f,
 * s = 1e-4.
 *
 * <p>One thread, one generator, documents and words in the order given: the same input and seed
 * give the same bits. Cost: epochs * kept words * (k + 1) * e.
 */
final class Graph2Vec implements FittedEncoding {

  private static final int NEGATIVES = 5;
  private static final double KEEP = 1e-4;
  private static final int FREQUENT = 2;
  private static final int INFERENCE = 5;

  private final Archi2Vec.Settings settings;
  private final SubtreeVocabulary vocabulary;
  private final double[] cumulative;
  private final double[] kept;
  private final float[] documents;

  private Graph2Vec(Archi2Vec.Settings settings, SubtreeVocabulary vocabulary, int m) {
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.cumulative = new double[vocabulary.size()];
    this.kept = new double[vocabulary.size()];
    this.documents = new float[m * settings.dimensions()];
    double total = 0;
    for (float count : vocabulary.weights()) {
      total += count;
    }
    double sum = 0;
    for (int w = 0; w < cumulative.length; w++) {
      sum += Math.pow(vocabulary.weights()[w], 0.75);
      cumulative[w] = sum;
      double ratio = KEEP * total / vocabulary.weights()[w];
      kept[w] = Math.min(1, Math.sqrt(ratio) + ratio);
    }
  }

  /** A trained encoding as it was stored. */
  static Graph2Vec restore(Archi2Vec.Settings settings, SubtreeVocabulary vocabulary) {
    return new Graph2Vec(settings, vocabulary, 0);
  }

  /** Trains document and word vectors together. */
  static Graph2Vec train(List<long[]> texts, Archi2Vec.Settings settings, Progress progress) {
    Map<Long, Integer> counts = new HashMap<>();
    for (long[] text : texts) {
      for (long word : text) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    long[] words = SubtreeVocabulary.frequent(counts, FREQUENT);
    float[] frequency = new float[words.length];
    for (int w = 0; w < words.length; w++) {
      frequency[w] = counts.get(words[w]);
    }
    float[] vectors = new float[words.length * settings.dimensions()];
    Graph2Vec trained =
        new Graph2Vec(settings, new SubtreeVocabulary(words, frequency, vectors), texts.size());
    trained.train(texts, progress);
    return trained;
  }

  private void train(List<long[]> texts, Progress progress) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    start(documents, random);
    int[][] known = texts.stream().map(this::known).toArray(int[][]::new);
    Ascent ascent = new Ascent(documents, random, true);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      progress.checkCancelled();
      progress.step(epoch, settings.epochs(), "training graph2vec");
      for (int d = 0; d < known.length; d++) {
        ascent.read(d, known[d], rate((epoch + (double) d / known.length) / settings.epochs()));
      }
    }
    progress.step(settings.epochs(), settings.epochs(), "training graph2vec");
  }

  private double rate(double done) {
    return settings.learningRate() * (1 - 0.99 * done);
  }

  private void start(float[] vectors, SplittableRandom random) {
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) ((random.nextDouble() - 0.5) / settings.dimensions());
    }
  }

  private int[] known(long[] text) {
    return Arrays.stream(text).mapToInt(vocabulary::indexOf).filter(w -> w >= 0).toArray();
  }

  /** The trained vector of document {@code d}. */
  float[] document(int d) {
    int e = settings.dimensions();
    return Arrays.copyOfRange(documents, d * e, (d + 1) * e);
  }

  /**
   * Infers a vector for {@code text} with the word vectors held fixed: a fifth of the epochs at
   * five times the rate, which on the atlas finds the same neighbours in a fifth of the time.
   */
  float[] infer(long[] text) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    float[] vector = new float[settings.dimensions()];
    start(vector, random);
    int[] known = known(text);
    Ascent ascent = new Ascent(vector, random, false);
    int epochs = Math.max(1, settings.epochs() / INFERENCE);
    for (int epoch = 0; epoch < epochs; epoch++) {
      ascent.read(0, known, INFERENCE * rate((double) epoch / epochs));
    }
    return vector;
  }

  @Override
  public float[] embed(ArchitectureGraph graph) {
    return infer(WeisfeilerLehman.document(graph, settings.iterations()));
  }

  @Override
  public Optional<SubtreeVocabulary> vocabulary() {
    return Optional.of(vocabulary);
  }

  /** Stochastic gradient ascent over the words of documents. */
  private final class Ascent {

    private final int e = settings.dimensions();
    private final float[] from;
    private final float[] words = vocabulary.vectors();
    private final float[] gradient = new float[e];
    private final SplittableRandom random;
    private final boolean learnWords;

    Ascent(float[] from, SplittableRandom random, boolean learnWords) {
      this.from = from;
      this.random = random;
      this.learnWords = learnWords;
    }

    void read(int d, int[] text, double rate) {
      for (int word : text) {
        if (kept[word] < 1 && random.nextDouble() >= kept[word]) {
          continue;
        }
        Arrays.fill(gradient, 0);
        predict(d * e, word * e, 1, rate);
        for (int k = 0; k < NEGATIVES; k++) {
          int drawn = draw();
          if (drawn != word) {
            predict(d * e, drawn * e, 0, rate);
          }
        }
        for (int i = 0; i < e; i++) {
          from[d * e + i] += gradient[i];
        }
      }
    }

    private int draw() {
      double at = random.nextDouble() * cumulative[cumulative.length - 1];
      int found = Arrays.binarySearch(cumulative, at);
      return Math.min(found >= 0 ? found + 1 : -found - 1, cumulative.length - 1);
    }

    private void predict(int document, int word, int label, double rate) {
      float dot = dot(document, word);
      float step = (float) (rate * (label - 1 / (1 + Math.exp(-dot))));
      for (int i = 0; i < e; i++) {
        gradient[i] += step * words[word + i];
      }
      if (learnWords) {
        for (int i = 0; i < e; i++) {
          words[word + i] += step * from[document + i];
        }
      }
    }

    /** Four sums side by side, which the processor adds faster than one. */
    private float dot(int document, int word) {
      float a = 0;
      float b = 0;
      float c = 0;
      float d = 0;
      int i = 0;
      for (; i + 3 < e; i += 4) {
        a += from[document + i] * words[word + i];
        b += from[document + i + 1] * words[word + i + 1];
        c += from[document + i + 2] * words[word + i + 2];
        d += from[document + i + 3] * words[word + i + 3];
      }
      for (; i < e; i++) {
        a += from[document + i] * words[word + i];
      }
      return a + b + (c + d);
    }
  }
}
