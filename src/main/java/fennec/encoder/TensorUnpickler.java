package fennec.encoder;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Reads the pickle inside a PyTorch archive down to descriptions of tensors. Only the instructions
 * and names that such archives need are obeyed; a name is never looked up as a Java or Python
 * object, and every other instruction or name ends the reading.
 */
final class TensorUnpickler extends Unpickler {

  private static final Set<Short> HARMLESS =
      Set.of(
          Opcodes.PROTO,
          Opcodes.FRAME,
          Opcodes.MARK,
          Opcodes.NONE,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.LONG1,
          Opcodes.BINFLOAT,
          Opcodes.SHORT_BINUNICODE,
          Opcodes.EMPTY_LIST,
          Opcodes.APPEND,
          Opcodes.APPENDS,
          Opcodes.EMPTY_DICT,
          Opcodes.SETITEM,
          Opcodes.SETITEMS,
          Opcodes.EMPTY_TUPLE,
          Opcodes.TUPLE,
          Opcodes.TUPLE1,
          Opcodes.TUPLE2,
          Opcodes.TUPLE3,
          Opcodes.BINPUT,
          Opcodes.LONG_BINPUT,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET,
          Opcodes.MEMOIZE,
          Opcodes.REDUCE,
          Opcodes.NEWOBJ,
          Opcodes.BINPERSID,
          Opcodes.STOP);

  /**
   * A tensor as the pickle describes it.
   *
   * @param type storage class without its ending, for example {@code Half}
   * @param key of the storage in the archive
   * @param offset of the first element
   * @param shape of the tensor
   * @param stride of each axis in elements
   */
  record StoredTensor(String type, String key, long offset, long[] shape, long[] stride) {}

  /** A module of a TorchScript archive: its fields, inert. */
  record ScriptModule(Map<Object, Object> fields) {}

  private record Storage(String type, String key) {}

  private record StorageType(String name) {}

  @Override
  protected Object dispatch(short key) throws PickleException, IOException {
    if (key == Opcodes.GLOBAL) {
      stack.add(named(PickleUtils.readline(input), PickleUtils.readline(input)));
      return NO_RETURN_VALUE;
    }
    if (key == Opcodes.STACK_GLOBAL) {
      Object name = stack.pop();
      stack.add(named(String.valueOf(stack.pop()), String.valueOf(name)));
      return NO_RETURN_VALUE;
    }
    if (key == Opcodes.BUILD) {
      build();
      return NO_RETURN_VALUE;
    }
    if (key == Opcodes.BINUNICODE) {
      stack.add(text());
      return NO_RETURN_VALUE;
    }
    if (!HARMLESS.contains(key)) {
      throw new PickleException(
          String.format("it has the instruction 0x%02x, which no weights need", key));
    }
    return super.dispatch(key);
  }

  @Override
  protected Object persistentLoad(Object id) {
    if (id instanceof Object[] parts
        && parts.length >= 5
        && "storage".equals(parts[0])
        && parts[1] instanceof StorageType type
        && parts[2] instanceof String key) {
      return new Storage(type.name(), key);
    }
    throw new PickleException("it refers to something that is no tensor storage");
  }

  private static Object named(String module, String name) {
    String full = module + "." + name;
    if (full.startsWith("__torch__.")) {
      return (IObjectConstructor) arguments -> new ScriptModule(new HashMap<>());
    }
    if (module.equals("torch") && name.matches("[A-Za-z0-9]{1,16}Storage")) {
      return new StorageType(name.substring(0, name.length() - "Storage".length()));
    }
    return switch (full) {
      case "torch._utils._rebuild_tensor_v2" -> (IObjectConstructor) TensorUnpickler::tensor;
      case "torch._utils._rebuild_parameter" -> (IObjectConstructor) arguments -> arguments[0];
      case "collections.OrderedDict" -> (IObjectConstructor) arguments -> new HashMap<>();
      case "torch.jit._pickle.build_intlist",
          "torch.jit._pickle.build_doublelist",
          "torch.jit._pickle.build_boollist",
          "torch.jit._pickle.build_tensorlist",
          "torch.jit._pickle.restore_type_tag" ->
          (IObjectConstructor) arguments -> arguments[0];
      default ->
          throw new PickleException(
              "it asks for " + full + ", which no weights need; nothing of it was run");
    };
  }

  private static StoredTensor tensor(Object[] arguments) {
    if (arguments.length >= 4
        && arguments[0] instanceof Storage storage
        && arguments[1] instanceof Number offset
        && arguments[2] instanceof Object[] shape
        && arguments[3] instanceof Object[] stride
        && shape.length == stride.length) {
      return new StoredTensor(
          storage.type(), storage.key(), offset.longValue(), longs(shape), longs(stride));
    }
    throw new PickleException("it describes a tensor that cannot be");
  }

  private static long[] longs(Object[] values) {
    return List.of(values).stream()
        .mapToLong(
            value -> {
              if (value instanceof Number number && number.longValue() >= 0) {
                return number.longValue();
              }
              throw new PickleException("it describes a tensor that cannot be");
            })
        .toArray();
  }

  /** Gives a module its fields; a dictionary of weights may carry attributes, which are dropped. */
  private void build() {
    Object state = stack.pop();
    Object target = stack.peek();
    if (target instanceof ScriptModule module && state instanceof Map<?, ?> fields) {
      module.fields().putAll(fields);
    } else if (!(target instanceof Map<?, ?>)) {
      throw new PickleException("it changes an object that is no module");
    }
  }

  private String text() throws IOException {
    int length = PickleUtils.bytes_to_integer(PickleUtils.readbytes(input, 4));
    if (length < 0 || length > input.available()) {
      throw new PickleException("it has a text longer than itself");
    }
    return new String(
        PickleUtils.readbytes(input, length), java.nio.charset.StandardCharsets.UTF_8);
  }
}
