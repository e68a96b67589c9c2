import type { StateFile } from '../stateFile';

/** A state file that lasts as long as the test. */
export function inMemory(): StateFile {
  let values: Record<string, unknown> = {};
  return {
    read: () => values,
    write: (name, value) => {
      values = { ...values, [name]: value };
    },
  };
}
