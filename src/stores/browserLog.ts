import { createLogStore, createRecorder, type LogStore, type Recorder } from 'foreband-engine';

import { grafanaOwner } from './grafanaOwner';
import { storeName } from './storeOwner';

let store: LogStore | undefined;
let recorder: Recorder | undefined;

/** The log of who is signed in, in this browser. */
export function browserLog(): LogStore {
  store ??= createLogStore(storeName('foreband-log', grafanaOwner()));
  return store;
}

/** Writes to it. */
export function browserRecorder(): Recorder {
  recorder ??= createRecorder(browserLog());
  return recorder;
}
