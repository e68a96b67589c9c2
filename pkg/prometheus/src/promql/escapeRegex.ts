/** A text as a regular expression (RE2) that matches exactly this text. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A regular expression that matches each of the texts: a group where there are several. */
export function alternatives(texts: readonly string[]): string {
  return texts.length === 1 ? escapeRegex(texts[0]) : `(${texts.map(escapeRegex).join('|')})`;
}
