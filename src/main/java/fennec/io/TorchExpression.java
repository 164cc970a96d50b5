package fennec.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression of TorchScript's printed code.
 *
 * @param kind what it is
 * @param text name, attribute, number or text
 * @param parts operands: the callee and the arguments, the items of a list, ...
 */
record TorchExpression(Kind kind, String text, List<TorchExpression> parts) {

  /** What an expression is. */
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    ATTRIBUTE,
    CALL,
    LIST,
    SUBSCRIPT,
    OTHER
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[A-Za-z_]\\w*"
              + "|-?\\d[\\w.]*(?:[eE][-+]?\\d+)?|[-+*/%<>=!&|]+|[^\\s])");

  /** Parses one expression; what is not understood becomes {@link Kind#OTHER}. */
  static TorchExpression parse(String source) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
    return new Parser(tokens).list("", 0);
  }

  /** Dotted name such as {@code torch.nn.relu}; empty if the expression is something else. */
  String dotted() {
    if (kind == Kind.NAME) {
      return text;
    }
    if (kind == Kind.ATTRIBUTE) {
      String before = parts.get(0).dotted();
      return before.isEmpty() ? "" : before + "." + text;
    }
    return "";
  }

  private static final class Parser {

    private static final int MAX_DEPTH = 200;
    private final List<String> tokens;
    private int at;
    private int commas; // of the bracket closed last

    Parser(List<String> tokens) {
      this.tokens = tokens;
    }

    private String peek() {
      return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean take(String token) {
      if (peek().equals(token)) {
        at++;
        return true;
      }
      return false;
    }

    /** A bracket's content; a single item in round brackets without a comma stands for itself. */
    TorchExpression list(String end, int depth) {
      List<TorchExpression> items = items(end, depth);
      boolean single = items.size() == 1 && commas == 0 && !end.equals("]");
      return single ? items.get(0) : new TorchExpression(Kind.LIST, "", items);
    }

    private List<TorchExpression> items(String end, int depth) {
      List<TorchExpression> items = new ArrayList<>();
      int own = 0;
      while (at < tokens.size() && !peek().equals(end)) {
        TorchExpression item = operand(depth + 1);
        while (at < tokens.size() && !peek().equals(end) && !peek().equals(",")) {
          at++; // an operator or a keyword: its other side is looked at as well
          if (at < tokens.size() && !peek().equals(end)) {
            item = new TorchExpression(Kind.OTHER, "", List.of(item, operand(depth + 1)));
          }
        }
        items.add(item);
        own += take(",") ? 1 : 0;
      }
      take(end);
      commas = own;
      return items;
    }

    private TorchExpression operand(int depth) {
      if (depth > MAX_DEPTH) {
        return skipped();
      }
      TorchExpression value = atom(depth);
      while (at < tokens.size()) {
        if (take(".")) {
          value = new TorchExpression(Kind.ATTRIBUTE, peek(), List.of(value));
          at++;
        } else if (take("(")) {
          List<TorchExpression> parts = new ArrayList<>(List.of(value));
          parts.addAll(items(")", depth));
          value = new TorchExpression(Kind.CALL, "", parts);
        } else if (take("[")) {
          value = new TorchExpression(Kind.SUBSCRIPT, "", List.of(value, list("]", depth)));
        } else {
          return value;
        }
      }
      return value;
    }

    private TorchExpression skipped() {
      at++;
      return new TorchExpression(Kind.OTHER, "", List.of());
    }

    private TorchExpression atom(int depth) {
      String token = peek();
      at++;
      if (token.equals("(")) {
        return list(")", depth);
      }
      if (token.equals("[")) {
        return list("]", depth);
      }
      char first = token.isEmpty() ? ' ' : token.charAt(0);
      if (first == '"' || first == '\'') {
        int end = Math.max(1, token.length() - 1); // a damaged file may end in a quote
        return new TorchExpression(Kind.TEXT, token.substring(1, end), List.of());
      }
      if (Character.isDigit(first) || (first == '-' && token.length() > 1)) {
        return new TorchExpression(Kind.NUMBER, token, List.of());
      }
      boolean name = Character.isJavaIdentifierStart(first);
      return new TorchExpression(name ? Kind.NAME : Kind.OTHER, token, List.of());
    }
  }
}
