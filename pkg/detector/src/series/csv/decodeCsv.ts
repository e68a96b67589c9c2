// The byte order marks of UTF-16, which Excel writes as "Unicode text".
const encodings = [
  { mark: [0xff, 0xfe], name: 'utf-16le' },
  { mark: [0xfe, 0xff], name: 'utf-16be' },
] as const;

/**
 * The text of a file: UTF-8, UTF-16 where its byte order mark says so, and otherwise the code page of Windows for Western
 * Europe, in which Excel writes CSV files.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const marked = encodings.find(({ mark }) => mark.every((byte, place) => bytes[place] === byte));
  if (marked !== undefined) {
    return new TextDecoder(marked.name).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
