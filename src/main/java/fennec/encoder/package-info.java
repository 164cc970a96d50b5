/** Image encoders on the tensor engine; the only package that sees it. */
package fennec.encoder;
