/** What is known of past transfers: tasks, packs of published results, the performance matrix. */
package fennec.history;
