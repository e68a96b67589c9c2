// Letters of an average text are about this wide, in sizes of the font.
const LETTER_WIDTH = 0.58;

/** How wide a text is about, CSS pixels: a file has to be laid out without the fonts that will draw it. */
export function textWidth(text: string, fontSize: number): number {
  return text.length * LETTER_WIDTH * fontSize;
}

/** A text in lines of at most some width, CSS pixels; words that are longer are cut. */
export function wrapText(text: string, fontSize: number, width: number): readonly string[] {
  const most = Math.max(1, Math.floor(width / (LETTER_WIDTH * fontSize)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => one.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > most) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
