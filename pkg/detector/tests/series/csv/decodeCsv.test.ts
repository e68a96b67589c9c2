import { decodeCsv } from 'foreband-detector';

import { contentOf } from './notation.js';

const text = 'Zeit;Größe\n05.01.2026 10:00;5,5 µs\n';

/** UTF-16 with its mark. */
function utf16(isLittle: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
  Array.from(`\uFEFF${text}`, (letter, place) => bytes.setUint16(2 * place, letter.charCodeAt(0), isLittle));
  return new Uint8Array(bytes.buffer);
}

describe('decodeCsv', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(true)],
    ['UTF-16, big end first', utf16(false)],
    // The letters of this text have the same codes in Unicode and in Windows-1252.
    ["Excel's code page", Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
  ])('reads %s', (_encoding, bytes) => {
    const [{ series, symbol }] = contentOf(decodeCsv(bytes)).series;
    expect([series.name, series.y[0], symbol]).toEqual(['Größe', 5.5e-6, 's']);
  });
});
