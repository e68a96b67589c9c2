import type { Codec } from './codecs';

type Param = readonly [string, string];

/** A record's fields as an address has them. */
export interface FieldsRead<T> {
  /** Those that could be read, by themselves and together. */
  readonly fields: Partial<T>;
  /** The notices about the others. */
  readonly notices: readonly string[];
}

/** How a record of settings goes into an address and comes out of it. */
export interface CodedFields<T extends object> {
  readonly keys: readonly string[];
  /** The parameters that say these fields: those at their defaults are left out. */
  readonly write: (fields: Partial<T>) => readonly Param[];
  readonly read: (params: URLSearchParams) => FieldsRead<T>;
}

/** The notice about a parameter that cannot be used. */
export function ignoredText(key: string, text: string, reason?: string): string {
  const said = `The address says ${key}=${text}`;
  return reason === undefined
    ? `${said}, which is not understood: the default is used.`
    : `${said}, which is ignored: ${reason}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * @param codecs by the name of a field.
 * @param defaults a field at its default is not written, one without a default always is.
 * @param complete completes fields with the defaults; throws where they are out of their range, or contradict each
 * other.
 */
export function codedFields<T extends object>(
  codecs: Readonly<Record<string, Codec<unknown>>>,
  defaults: Partial<T>,
  complete: (fields: Fields) => T,
): CodedFields<T> {
  const names = Object.keys(codecs);
  const isField = (name: string, of: object): name is Extract<keyof T, string> => Object.hasOwn(of, name);
  const defaultOf = (name: string) => (isField(name, defaults) ? defaults[name] : undefined);

  function writeOne(name: string, fields: Partial<T>): Param | undefined {
    const value = isField(name, fields) ? fields[name] : undefined;
    const isDefault = JSON.stringify(value) === JSON.stringify(defaultOf(name));
    return value === undefined || isDefault ? undefined : [codecs[name].key, codecs[name].write(value)];
  }

  /** The fields, by themselves possible; what is told of those that are not. */
  function readOne(name: string, text: string): { readonly fields: Fields; readonly notices: readonly string[] } {
    const { key } = codecs[name];
    const value = codecs[name].read(text);
    if (value === undefined) {
      return { fields: {}, notices: [ignoredText(key, text)] };
    }
    try {
      complete({ [name]: value });
      return { fields: { [name]: value }, notices: [] };
    } catch (error) {
      return { fields: {}, notices: [ignoredText(key, text, messageOf(error))] };
    }
  }

  function pick(fields: Fields): Partial<T> {
    const all = complete(fields);
    const picked: Partial<T> = {};
    for (const name of Object.keys(fields)) {
      if (isField(name, all)) {
        picked[name] = all[name];
      }
    }
    return picked;
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
      const notices = read.flatMap((part) => part.notices);
      try {
        return { fields: pick(Object.assign({}, ...read.map(({ fields }) => fields))), notices };
      } catch (error) {
        // Each is possible by itself and not beside another.
        return { fields: {}, notices: [...notices, `The address says what is ignored: ${messageOf(error)}`] };
      }
    },
  };
}
