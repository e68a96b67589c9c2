import { parseSettings, type PartialSettings } from '../../../engine/parseSettings';
import { defaultSettings, type DetectorSettings } from '../../../engine/settings';

import { settingCodecs } from './settingCodecs';

type Name = keyof DetectorSettings;

/** Settings as read, and what could not be. */
export interface SettingsRead {
  readonly settings: PartialSettings;
  readonly notices: readonly string[];
}

function isName(name: string): name is Name {
  return Object.hasOwn(settingCodecs, name);
}

const names = Object.keys(settingCodecs).filter(isName);

function isDefault(name: Name, value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(defaultSettings[name]);
}

function writeOne<N extends Name>(name: N, settings: PartialSettings): readonly [string, string] | undefined {
  const value: DetectorSettings[N] | undefined = settings[name];
  const codec = settingCodecs[name];
  return value === undefined || isDefault(name, value) ? undefined : [codec.key, codec.write(value)];
}

/** The parameters that say these settings: those at their defaults are left out. */
export function writeSettings(settings: PartialSettings): ReadonlyArray<readonly [string, string]> {
  return names.map((name) => writeOne(name, settings)).filter((entry) => entry !== undefined);
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

function readOne(name: Name, text: string): SettingsRead {
  const { key, read } = settingCodecs[name];
  const value = read(text);
  if (value === undefined) {
    return { settings: {}, notices: [ignoredText(key, text)] };
  }
  try {
    const settings: PartialSettings = { [name]: value };
    parseSettings(settings);
    return { settings, notices: [] };
  } catch (error) {
    return { settings: {}, notices: [ignoredText(key, text, messageOf(error))] };
  }
}

/** Reads the settings an address holds; each that cannot be used is left out and named. */
export function readSettings(params: URLSearchParams): SettingsRead {
  const parts = names.map((name) => {
    const text = params.get(settingCodecs[name].key);
    return text === null ? undefined : readOne(name, text);
  });
  const read = parts.filter((part) => part !== undefined);
  const settings: PartialSettings = Object.assign({}, ...read.map((part) => part.settings));
  const notices = read.flatMap((part) => part.notices);
  try {
    parseSettings(settings);
    return { settings, notices };
  } catch (error) {
    // Each is possible by itself and not beside another.
    return { settings: {}, notices: [...notices, `The address says settings that are ignored: ${messageOf(error)}`] };
  }
}
