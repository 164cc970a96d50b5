package fennec.ui.architecture;

/** How a part stands to the other graph. */
enum Difference {
  SAME("#2f7d5b", "=", "same in both"),
  CHANGED("#e0b04a", "≠", "changed"),
  ONLY_HERE("#a8452f", "+", "only here");

  private final String colour;
  private final String sign;
  private final String meaning;

  Difference(String colour, String sign, String meaning) {
    this.colour = colour;
    this.sign = sign;
    this.meaning = meaning;
  }

  String colour() {
    return colour;
  }

  String sign() {
    return sign;
  }

  String meaning() {
    return meaning;
  }
}
