import type { ReadPins } from 'foreband-engine';

import { modelNotes } from './modelNotes';
import type { SeriesEntry } from './seriesModels';

const entry = (name: string, more: Partial<SeriesEntry> = {}): SeriesEntry => ({
  key: name,
  name,
  isPinned: true,
  canFit: true,
  text: '',
  staleText: '',
  origin: 'pinned',
  labels: {},
  unit: null,
  ...more,
});
const onePin = { models: new Map([['web', {}]]), problems: [] } as unknown as ReadPins;
const textsOf = (entries: readonly SeriesEntry[], pins = onePin, problem?: string) =>
  modelNotes(entries, pins, problem).map(({ severity, text }) => `${severity}: ${text}`);

describe('modelNotes()', () => {
  it('says nothing while all is well, nor where nothing is pinned', () => {
    expect(textsOf([entry('web')])).toEqual([]);
    const none = { models: new Map(), problems: [] };
    expect(textsOf([entry('web', { isPinned: false, origin: undefined })], none)).toEqual([]);
  });

  it('names series without a pinned model beside those that have one', () => {
    const others = ['a', 'b', 'c', 'd', 'e'].map((name) => entry(name, { isPinned: false, origin: undefined }));
    expect(textsOf([entry('web'), ...others])).toEqual([
      'info: a, b, c and 2 more: no model is pinned, so the series is fitted live.',
    ]);
  });

  it('says once what is wrong with several pinned models, and what to do', () => {
    const broken = ['web', 'db'].map((name) => entry(name, { problem: 'This is none.', origin: undefined }));
    expect(textsOf(broken)).toEqual([
      "warning: web, db: the pinned model cannot be used, so the series is fitted live. This is none. Unpin it, or pin a new one, in the panel's options under Saved models.",
    ]);
  });

  it('says that the pinned model is older where another one is used', () => {
    expect(textsOf([entry('web', { origin: 'cached' })])).toEqual([
      'info: web: refitted, as the option Retrain says; the pinned model is older.',
    ]);
  });

  it('says that the browser stores nothing', () => {
    expect(textsOf([entry('web')], onePin, 'quota exceeded')).toEqual([
      'info: This browser stores no models (quota exceeded): they are fitted on every load.',
    ]);
  });
});
