package fennec.file;

import fennec.error.FennecException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;
import net.razorvine.pickle.objects.ClassDict;

/**
 * Reads the pickles of PyTorch checkpoints without running anything from them. Only names on a
 * short list are answered, each by a plain Java value: tensors become {@link StoredTensor}s,
 * ordered dictionaries maps, objects of a TorchScript archive ({@code __torch__.*}) maps of their
 * attributes with the class name under {@link #CLASS}. Any other name ends the reading.
 */
public final class TensorPickle extends Unpickler {

  /** Key of the class name in the map of a TorchScript object. */
  public static final String CLASS = "__class__";

  private static final Set<String> PASSED_THROUGH =
      Set.of(
          "torch.jit._pickle.build_intlist",
          "torch.jit._pickle.build_tensorlist",
          "torch.jit._pickle.build_doublelist",
          "torch.jit._pickle.build_boollist",
          "torch.jit._pickle.build_tensor_from_id",
          "torch.jit._pickle.restore_type_tag",
          "torch._utils._rebuild_parameter",
          "torch.Size",
          "torch.device");

  private TensorPickle() {}

  /**
   * Reads a pickle.
   *
   * @param bytes the whole pickle
   * @param where file and entry, for messages
   * @return maps, lists, arrays (tuples), texts, numbers and {@link StoredTensor}s
   * @throws FennecException if the pickle is damaged or asks for anything not on the list
   */
  public static Object read(byte[] bytes, String where) throws FennecException {
    try {
      return new TensorPickle().load(new ByteArrayInputStream(bytes));
    } catch (NotAllowed e) {
      throw new FennecException(
          where + " asks for '" + e.getMessage() + "', which is not allowed; nothing was run.", e);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new FennecException(where + " is damaged: its pickle cannot be read.", e);
    }
  }

  /** A name that is not on the list. */
  private static final class NotAllowed extends PickleException {
    private static final long serialVersionUID = 1L;

    NotAllowed(String name) {
      super(name);
    }
  }

  /** Where numbers lie. */
  private record Storage(String key, String type) {}

  @Override
  protected Object dispatch(short opcode) throws IOException {
    switch (opcode) {
      case 'c' -> {
        String module = PickleUtils.readline(input);
        stack.add(named(module + "." + PickleUtils.readline(input)));
      }
      case 0x93 -> {
        String name = (String) stack.pop();
        stack.add(named(stack.pop() + "." + name));
      }
      case 'i' -> throw new NotAllowed("INST");
      case 'b' -> {
        Object state = stack.pop();
        if (stack.peek() instanceof ClassDict object && state instanceof Map<?, ?> attributes) {
          attributes.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
      }
      default -> {
        return super.dispatch(opcode);
      }
    }
    return NO_RETURN_VALUE;
  }

  private static IObjectConstructor named(String name) {
    if (name.equals("torch._utils._rebuild_tensor_v2")) {
      return TensorPickle::tensor;
    }
    if (name.equals("collections.OrderedDict")) {
      return arguments -> new LinkedHashMap<Object, Object>();
    }
    if (PASSED_THROUGH.contains(name)) {
      return arguments -> arguments.length == 0 ? "" : arguments[0];
    }
    if (name.startsWith("torch.") && name.endsWith("Storage")) {
      String type = name.substring("torch.".length());
      return new StorageType(type);
    }
    if (name.startsWith("__torch__.")) {
      int dot = name.lastIndexOf('.');
      return arguments -> new ClassDict(name.substring(0, dot), name.substring(dot + 1));
    }
    throw new NotAllowed(name);
  }

  /** Class of a storage; it is named and never called. */
  private record StorageType(String name) implements IObjectConstructor {
    @Override
    public Object construct(Object[] arguments) {
      throw new NotAllowed("torch." + name);
    }
  }

  @Override
  protected Object persistentLoad(Object id) {
    if (id instanceof Object[] parts
        && parts.length >= 3
        && "storage".equals(parts[0])
        && parts[1] instanceof StorageType type) {
      return new Storage(String.valueOf(parts[2]), type.name());
    }
    throw new PickleException("no storage");
  }

  private static Object tensor(Object[] arguments) {
    Storage storage = (Storage) arguments[0];
    return new StoredTensor(
        storage.key(),
        storage.type(),
        longs(arguments[2]),
        longs(arguments[3]),
        ((Number) arguments[1]).longValue());
  }

  private static List<Long> longs(Object tuple) {
    List<Long> numbers = new ArrayList<>();
    for (Object each : (Object[]) tuple) {
      long number = ((Number) each).longValue();
      if (number < 0) {
        throw new PickleException("a size is negative");
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** Tensors of a state dictionary by name; those of dictionaries in it stand behind their key. */
  public static Map<String, StoredTensor> tensors(Object pickled) {
    Map<String, StoredTensor> found = new LinkedHashMap<>();
    collect("", pickled, found, 0);
    return found;
  }

  private static void collect(
      String prefix, Object value, Map<String, StoredTensor> found, int depth) {
    if (value instanceof StoredTensor tensor) {
      found.put(prefix, tensor);
    } else if (value instanceof HashMap<?, ?> map && depth < 64) {
      map.forEach(
          (key, inner) ->
              collect(prefix.isEmpty() ? "" + key : prefix + "." + key, inner, found, depth + 1));
    }
  }
}
