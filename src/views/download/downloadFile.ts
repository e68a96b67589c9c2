// Long enough for every browser to have begun to save.
const KEPT_MS = 60_000;

/** Hands a file to the browser's downloads. */
export function downloadFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** A name made of words that every file system takes: letters, figures and dashes. */
export function fileName(...words: readonly string[]): string {
  const name = words
    .join('-')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return name === '' ? 'foreband' : name.slice(0, 100);
}
