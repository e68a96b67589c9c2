// Durations nobody writes, so that a macro can be told from everything else once it has been parsed as one.
const FIRST_MARK = 7_770_000_000;
const MACRO =
  /\$\{__(?:rate_)?(?:interval|range)(?:_ms|_s)?(?::[^}]*)?\}|\$__(?:rate_)?(?:interval|range)(?:_ms|_s)?\b/g;

/** Changes an expression that must be parsed for it, and leaves its time macros to be filled in later. */
export function keepIntervals(expr: string, change: (expr: string) => string): string {
  const macros: string[] = [];
  const masked = expr.replace(MACRO, (macro) => `${FIRST_MARK + macros.push(macro)}ms`);
  return change(masked).replace(/777\d{7}ms/g, (mark) => macros[parseInt(mark, 10) - FIRST_MARK - 1] ?? mark);
}
