import { grafanaOwner } from '../../grafana/grafanaOwner';

import { createLogStore, type LogStore } from './logStore';
import { createRecorder, type Recorder } from './recorder';

let store: LogStore | undefined;
let recorder: Recorder | undefined;

/** The log of who is signed in, in this browser. */
export function browserLog(): LogStore {
  store ??= createLogStore(grafanaOwner());
  return store;
}

/** Writes to it. */
export function browserRecorder(): Recorder {
  recorder ??= createRecorder(browserLog());
  return recorder;
}
