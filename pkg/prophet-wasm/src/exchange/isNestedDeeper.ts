const [QUOTE, BACKSLASH, LIST, LIST_END, OBJECT, OBJECT_END] = ['"', '\\', '[', ']', '{', '}'].map((one) =>
  one.charCodeAt(0),
);

/**
 * Whether lists and objects of a JSON text stand in one another more than `most` deep: a parser takes minutes over a
 * hundred million brackets, which no model has.
 */
export function isNestedDeeper(json: string, most: number): boolean {
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    switch (json.charCodeAt(i)) {
      case QUOTE:
        i = endOfString(json, i);
        break;
      case LIST:
      case OBJECT:
        depth++;
        if (depth > most) {
          return true;
        }
        break;
      case LIST_END:
      case OBJECT_END:
        depth--;
        break;
    }
  }
  return false;
}

/** The place of the quote that ends the string which begins at `start`. */
function endOfString(json: string, start: number): number {
  let i = start + 1;
  while (i < json.length && json.charCodeAt(i) !== QUOTE) {
    i += json.charCodeAt(i) === BACKSLASH ? 2 : 1;
  }
  return i;
}
