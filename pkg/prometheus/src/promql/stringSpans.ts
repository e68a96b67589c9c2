/** A piece of an expression: code, or a string literal with its quotes. */
export interface Piece {
  readonly kind: 'code' | 'string';
  readonly text: string;
}

const STRING_OR_COMMENT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/gs;

/**
 * Cuts an expression into code and strings before its variables are filled in, when it is not yet PromQL and cannot be
 * parsed: a variable's own syntax has no quotes, so the strings are where they will be. Comments are dropped.
 */
export function stringSpans(expr: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of expr.matchAll(STRING_OR_COMMENT)) {
    pieces.push({ kind: 'code', text: expr.slice(end, match.index) });
    if (!match[0].startsWith('#')) {
      pieces.push({ kind: 'string', text: match[0] });
    }
    end = match.index + match[0].length;
  }
  pieces.push({ kind: 'code', text: expr.slice(end) });
  return pieces.filter(({ text }) => text !== '');
}
