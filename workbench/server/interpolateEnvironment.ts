/**
 * Fills `$NAME` and `${NAME}` from the environment, as Grafana's provisioning does (`$$` is a plain dollar sign; an
 * unknown name becomes empty).
 */
export function interpolateEnvironment(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return text.replace(/\$(\$|\{(\w+)\}|(\w+))/g, (_, all: string, braced?: string, plain?: string) =>
    all === '$' ? '$' : (environment[braced ?? plain ?? ''] ?? ''),
  );
}

/** The same for every string inside a parsed YAML value. */
export function interpolateDeep(value: unknown, environment: Readonly<Record<string, string | undefined>>): unknown {
  if (typeof value === 'string') {
    return interpolateEnvironment(value, environment);
  }
  if (Array.isArray(value)) {
    return value.map((entry) => interpolateDeep(entry, environment));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, interpolateDeep(entry, environment)]));
  }
  return value;
}
