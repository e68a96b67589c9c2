import { type SavedModel, serializeSavedModel } from 'foreband-engine';
import { downloadFile, fileName } from '../../views/download/downloadFile';

function jsonFile(text: string): Blob {
  return new Blob([text], { type: 'application/json' });
}

/** Hands a model to the browser's downloads, as a file that Foreband reads again. */
export function saveModelFile(model: SavedModel): void {
  downloadFile(`${fileName('foreband-model', model.name)}.json`, jsonFile(serializeSavedModel(model)));
}

/** The same as a file that Python Prophet reads. */
export function savePythonFile(model: SavedModel, text: string): void {
  downloadFile(`${fileName('prophet-model', model.name)}.json`, jsonFile(text));
}
