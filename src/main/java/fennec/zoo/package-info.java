/** Published pre-trained networks and the facts known about them. */
package fennec.zoo;
