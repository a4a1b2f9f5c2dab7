/** The JSON in a body, or undefined when it is not JSON, a web page above all. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
