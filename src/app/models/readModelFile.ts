import { type Engine, importPython, isRecord, MODEL_FORMAT, parseSavedModel, type SavedModel } from 'foreband-engine';

// Python's file brings the whole history along.
const MAX_BYTES = 100_000_000;

// Python's own tests write JSON whose only value is the JSON, as text.
function formatOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value.format : undefined;
  } catch {
    throw new RangeError('the file is not JSON. It may have been cut off on the way.');
  }
}

function isPython(text: string): boolean {
  return text.includes('growth') && text.includes('y_scale');
}

/**
 * Reads a model from a file: one that Foreband saved, or one of Python Prophet's.
 * @param now epoch ms.
 * @throws RangeError that says what is wrong and names the field.
 */
export async function readModelFile(
  engine: Pick<Engine, 'forecast'>,
  file: Pick<File, 'name' | 'size' | 'text'>,
  now: number,
): Promise<SavedModel> {
  if (file.size > MAX_BYTES) {
    throw new RangeError(`the file has ${file.size} bytes (expected at most ${MAX_BYTES}).`);
  }
  const text = await file.text();
  return formatOf(text) !== MODEL_FORMAT && isPython(text)
    ? importPython(engine, text, file.name.replace(/\.json$/i, ''), now)
    : parseSavedModel(text);
}
