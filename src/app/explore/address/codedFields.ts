import type { Codecs } from './codecs';

type Param = readonly [string, string];

/** A record's fields as an address has them. */
export interface FieldsRead<T> {
  /** Those that could be read, by themselves and together. */
  readonly fields: Partial<T>;
  /** What a reader is told about the others. */
  readonly notices: readonly string[];
}

/** How a record of settings goes into an address and comes out of it. */
export interface CodedFields<T extends object> {
  readonly keys: readonly string[];
  /** The parameters that say these fields: those at their defaults are left out. */
  readonly write: (fields: Partial<T>) => readonly Param[];
  readonly read: (params: URLSearchParams) => FieldsRead<T>;
}

/** What a reader is told about a parameter that cannot be used. */
export function ignoredText(key: string, text: string, reason?: string): string {
  const said = `The address says ${key}=${text}`;
  return reason === undefined
    ? `${said}, which is not understood: the default is used.`
    : `${said}, which is ignored: ${reason}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param defaults a field at its default is not written, one without a default always is.
 * @param check throws where fields are out of their range, or contradict each other.
 */
export function codedFields<T extends object>(
  codecs: Codecs<T>,
  defaults: Partial<T>,
  check: (fields: Partial<T>) => unknown,
): CodedFields<T> {
  const isName = (name: string): name is Extract<keyof T, string> => Object.hasOwn(codecs, name);
  const names = Object.keys(codecs).filter(isName);

  function writeOne<N extends Extract<keyof T, string>>(name: N, fields: Partial<T>): Param | undefined {
    const value: T[N] | undefined = fields[name];
    const isDefault = JSON.stringify(value) === JSON.stringify(defaults[name]);
    return value === undefined || isDefault ? undefined : [codecs[name].key, codecs[name].write(value)];
  }

  function readOne(name: Extract<keyof T, string>, text: string): FieldsRead<T> {
    const { key, read } = codecs[name];
    const value = read(text);
    if (value === undefined) {
      return { fields: {}, notices: [ignoredText(key, text)] };
    }
    const fields: Partial<T> = {};
    fields[name] = value;
    try {
      check(fields);
      return { fields, notices: [] };
    } catch (error) {
      return { fields: {}, notices: [ignoredText(key, text, messageOf(error))] };
    }
  }

  return {
    keys: names.map((name) => codecs[name].key),
    write: (fields) => names.map((name) => writeOne(name, fields)).filter((entry) => entry !== undefined),
    read(params) {
      const parts = names.map((name) => {
        const text = params.get(codecs[name].key);
        return text === null ? undefined : readOne(name, text);
      });
      const read = parts.filter((part) => part !== undefined);
      const fields: Partial<T> = {};
      read.forEach((part) => Object.assign(fields, part.fields));
      const notices = read.flatMap((part) => part.notices);
      try {
        check(fields);
        return { fields, notices };
      } catch (error) {
        // Each is possible by itself and not beside another.
        return { fields: {}, notices: [...notices, `The address says what is ignored: ${messageOf(error)}`] };
      }
    },
  };
}
