package fennec.io;

import fennec.file.StoredTensor;
import fennec.file.TensorPickle;
import fennec.io.TorchExpression.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks the code of a TorchScript archive with tensors that have no numbers. */
final class TorchWalk {

  private static final int MAX_DEPTH = 100;
  private static final int MAX_STEPS = 200_000;
  private static final Set<String> QUESTIONS =
      Set.of("size", "dim", "len", "numel", "device", "dtype", "format", "__is__", "__isnot__");
  private static final Object UNKNOWN = new Object();
  private static final Object NOTHING = new Object();

  private final TorchCode code;
  private final List<StoredTensor> constants;
  private final TorchGraph graph = new TorchGraph();
  private final Set<String> notes = new LinkedHashSet<>();
  private int depth;
  private int steps;

  TorchWalk(TorchCode code, List<StoredTensor> constants) {
    this.code = code;
    this.constants = constants;
  }

  /** A module with its path in the form of names of nodes, and its name in a state dictionary. */
  private record Module(String path, String key, String type, Map<?, ?> attributes) {}

  /** A function named and not yet called. */
  private record Callee(String name) {}

  /** Values of names inside one function. */
  private record Frame(Map<String, Object> names, Module self, String place) {}

  TorchScriptGraphReader.Reading follow(String name, Map<?, ?> root) throws WireException {
    Module module = new Module("", "", String.valueOf(root.get(TensorPickle.CLASS)), root);
    TorchCode.Function forward = code.function(module.type() + ".forward");
    if (forward == null || forward.arguments().isEmpty()) {
      throw new WireException("has no forward in its code");
    }
    List<Object> arguments = new ArrayList<>(List.of(module));
    for (String each : forward.arguments().subList(1, forward.arguments().size())) {
      arguments.add(graph.input(each));
    }
    graph.output(call(forward, arguments, module));
    boolean nothing = graph.size() <= arguments.size();
    if (nothing) {
      throw new WireException("has code that cannot be followed");
    }
    return new TorchScriptGraphReader.Reading(graph.build(name), List.copyOf(notes));
  }

  private Object call(TorchCode.Function function, List<Object> arguments, Module self)
      throws WireException {
    if (depth >= MAX_DEPTH) {
      notes.add("Calls nested more than " + MAX_DEPTH + " deep are not followed.");
      return UNKNOWN;
    }
    Map<String, Object> names = new HashMap<>();
    for (int i = 0; i < function.arguments().size(); i++) {
      names.put(function.arguments().get(i), i < arguments.size() ? arguments.get(i) : UNKNOWN);
    }
    depth++;
    Object result = block(function.body(), new Frame(names, self, function.name()));
    depth--;
    return result == NOTHING ? UNKNOWN : result;
  }

  /** Walks lines; the value returned by one of them, or NOTHING. */
  private Object block(List<TorchCode.Line> lines, Frame frame) throws WireException {
    for (int i = 0; i < lines.size(); i++) {
      if (++steps > MAX_STEPS) {
        throw new WireException("has code that does not come to an end");
      }
      TorchCode.Line line = lines.get(i);
      int end = endOfBlock(lines, i);
      List<TorchCode.Line> body = lines.subList(i + 1, end);
      Object returned = NOTHING;
      if (line.text().startsWith("if ") && line.text().endsWith(":")) {
        int otherwise = end < lines.size() && lines.get(end).text().equals("else:") ? end : -1;
        int last = otherwise < 0 ? end : endOfBlock(lines, otherwise);
        List<TorchCode.Line> other = otherwise < 0 ? List.of() : lines.subList(otherwise + 1, last);
        returned = branch(between(line.text(), "if "), body, other, frame);
        end = last;
      } else if (line.text().startsWith("for ") || line.text().startsWith("while ")) {
        notes.add("A loop in " + frame.place() + " is shown once.");
        returned = block(body, frame);
      } else if (line.text().startsWith("return")) {
        return value(TorchExpression.parse(line.text().substring("return".length())), frame);
      } else {
        assign(line.text(), frame);
      }
      if (returned != NOTHING) {
        return returned;
      }
      i = end - 1;
    }
    return NOTHING;
  }

  private static String between(String text, String keyword) {
    return text.substring(keyword.length(), text.length() - 1);
  }

  private static int endOfBlock(List<TorchCode.Line> lines, int head) {
    int end = head + 1;
    while (end < lines.size() && lines.get(end).indent() > lines.get(head).indent()) {
      end++;
    }
    return end;
  }

  private Object branch(
      String condition, List<TorchCode.Line> then, List<TorchCode.Line> otherwise, Frame frame)
      throws WireException {
    Object known = value(TorchExpression.parse(condition), frame);
    if (known instanceof Boolean truth) {
      return block(truth ? then : otherwise, frame);
    }
    if (raises(then) || raises(otherwise)) {
      return block(raises(then) ? otherwise : then, frame);
    }
    notes.add("Both branches of a condition in " + frame.place() + " are shown.");
    Map<String, Object> before = new HashMap<>(frame.names());
    Object first = block(then, frame);
    Frame second = new Frame(before, frame.self(), frame.place());
    Object other = block(otherwise, second);
    second.names().forEach(frame.names()::putIfAbsent);
    return first != NOTHING ? first : other;
  }

  private static boolean raises(List<TorchCode.Line> lines) {
    return lines.stream().anyMatch(l -> l.text().startsWith("ops.prim.RaiseException"));
  }

  private void assign(String text, Frame frame) throws WireException {
    int equals = text.indexOf(" = ");
    boolean assignment = equals > 0 && text.substring(0, equals).matches("[\\w, :\\[\\].]+");
    if (!assignment) {
      value(TorchExpression.parse(text), frame);
      return;
    }
    Object value = value(TorchExpression.parse(text.substring(equals + 3)), frame);
    String target = text.substring(0, equals).replaceFirst(" ?:.*", "").strip();
    if (!target.contains(",")) {
      frame.names().put(target, value);
      return;
    }
    int position = 0;
    for (String each : target.split(",")) {
      if (!each.isBlank()) {
        frame.names().put(each.strip(), item(value, position++));
      }
    }
  }

  private static Object item(Object value, int position) {
    if (value instanceof TorchGraph.Made made) {
      return new TorchGraph.Made(made.node(), made.output() + position);
    }
    boolean inside = value instanceof List<?> list && position >= 0 && position < list.size();
    return inside ? ((List<?>) value).get(position) : UNKNOWN;
  }

  private Object value(TorchExpression e, Frame frame) throws WireException {
    return switch (e.kind()) {
      case NUMBER -> number(e.text());
      case TEXT -> e.text();
      case NAME -> name(e.text(), frame);
      case LIST -> values(e.parts(), frame);
      case ATTRIBUTE -> attribute(e, frame);
      case CALL -> called(e, frame);
      case SUBSCRIPT -> {
        Object index = value(e.parts().get(1), frame);
        Object position = index instanceof List<?> one && one.size() == 1 ? one.get(0) : index;
        yield position instanceof Long at
            ? item(value(e.parts().get(0), frame), at.intValue())
            : UNKNOWN;
      }
      case OTHER -> {
        for (TorchExpression part : e.parts()) {
          value(part, frame);
        }
        yield UNKNOWN;
      }
    };
  }

  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }

  private static Object name(String name, Frame frame) {
    return switch (name) {
      case "True" -> true;
      case "False" -> false;
      default -> frame.names().getOrDefault(name, UNKNOWN);
    };
  }

  private List<Object> values(List<TorchExpression> parts, Frame frame) throws WireException {
    List<Object> values = new ArrayList<>();
    for (TorchExpression part : parts) {
      values.add(value(part, frame));
    }
    return values;
  }

  private Object attribute(TorchExpression e, Frame frame) throws WireException {
    String dotted = e.dotted();
    if (dotted.startsWith("CONSTANTS.c")) {
      return constant(e.text());
    }
    if (dotted.startsWith("__torch__.")) {
      return new Callee(dotted);
    }
    Object owner = value(e.parts().get(0), frame);
    return owner instanceof Module module ? member(module, e.text()) : UNKNOWN;
  }

  private Object constant(String name) {
    if (!name.matches("c\\d{1,6}") || Integer.parseInt(name.substring(1)) >= constants.size()) {
      return UNKNOWN;
    }
    StoredTensor tensor = constants.get(Integer.parseInt(name.substring(1)));
    // a frozen archive keeps its weights as constants
    return tensor == null
        ? UNKNOWN
        : new TorchGraph.Kept("CONSTANTS." + name, tensor, isTrained(tensor));
  }

  private static boolean isTrained(StoredTensor tensor) {
    return !tensor.shape().isEmpty()
        && tensor.type().matches("(Float|Half|Double|BFloat16)Storage");
  }

  private Object member(Module module, String name) {
    Object value = module.attributes().get(name);
    String key = module.key().isEmpty() ? name : module.key() + "." + name;
    if (value instanceof StoredTensor tensor) {
      return new TorchGraph.Kept(key, tensor, code.parameters(module.type()).contains(name));
    }
    if (value instanceof Map<?, ?> inner && inner.containsKey(TensorPickle.CLASS)) {
      String last = module.path().substring(module.path().lastIndexOf('/') + 1);
      boolean numbered = name.matches("\\d+") && !last.isEmpty();
      String path = module.path() + "/" + (numbered ? last + "." : "") + name;
      return new Module(path, key, String.valueOf(inner.get(TensorPickle.CLASS)), inner);
    }
    return value instanceof Integer i ? Long.valueOf(i) : value == null ? UNKNOWN : value;
  }

  private Object called(TorchExpression e, Frame frame) throws WireException {
    TorchExpression callee = e.parts().get(0);
    List<Object> arguments = values(e.parts().subList(1, e.parts().size()), frame);
    String dotted = callee.dotted();
    if (dotted.equals("getattr") && arguments.size() == 2 && arguments.get(0) instanceof Module m) {
      return member(m, String.valueOf(arguments.get(1)));
    }
    if (dotted.equals("unchecked_cast") || dotted.equals("annotate")) {
      return arguments.size() == 2 ? arguments.get(1) : UNKNOWN;
    }
    if (dotted.startsWith("torch.") || dotted.startsWith("ops.")) {
      return operation(dotted, arguments, frame);
    }
    Object target = dotted.startsWith("__torch__.") ? new Callee(dotted) : value(callee, frame);
    if (target instanceof Callee function) {
      return entered(function.name(), arguments, frame.self(), frame);
    }
    if (callee.kind() == Kind.ATTRIBUTE
        && value(callee.parts().get(0), frame) instanceof Module module) {
      arguments.add(0, module);
      return entered(module.type() + "." + callee.text(), arguments, module, frame);
    }
    boolean conversion = dotted.equals("bool") || dotted.equals("int") || dotted.equals("float");
    if (touchesTensors(arguments) && !conversion) {
      notes.add("A call in " + frame.place() + " could not be followed.");
    }
    return UNKNOWN;
  }

  private Object entered(String name, List<Object> arguments, Module self, Frame frame)
      throws WireException {
    TorchCode.Function function = code.function(name);
    if (function == null) {
      notes.add("The call of " + name + " in " + frame.place() + " could not be followed.");
      return UNKNOWN;
    }
    return call(function, arguments, self);
  }

  private static boolean touchesTensors(List<Object> arguments) {
    List<Object> flat = new ArrayList<>();
    TorchGraph.flatten(arguments, flat);
    return flat.stream().anyMatch(TorchGraph.Made.class::isInstance);
  }

  @SuppressWarnings("unchecked")
  private Object operation(String dotted, List<Object> arguments, Frame frame)
      throws WireException {
    String name = dotted.substring(dotted.lastIndexOf('.') + 1);
    Object first = arguments.isEmpty() ? UNKNOWN : arguments.get(0);
    if (name.equals("append") && arguments.size() == 2 && first instanceof ArrayList<?>) {
      ((List<Object>) first).add(arguments.get(1));
      return first;
    }
    if (QUESTIONS.contains(name) || dotted.startsWith("ops.prim.") || !touchesTensors(arguments)) {
      return UNKNOWN;
    }
    if (TorchOperations.isTransparent(name)) {
      return first;
    }
    return graph.operation(frame.self().path(), name, arguments);
  }
}
