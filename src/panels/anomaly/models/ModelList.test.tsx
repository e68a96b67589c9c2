import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pin, type SavedModel, saveModel } from 'foreband-engine';

import '../../../grafana/testing/browser';

import { HISTORY_END, fittedSeries } from '../../../../pkg/engine/tests/fittedSeries';

import { ModelList } from './ModelList';
import type { SeriesEntry } from './seriesModels';

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const entry = (name: string, more: Partial<SeriesEntry> = {}): SeriesEntry => ({
  key: `key of ${name}`,
  name,
  isPinned: false,
  canFit: true,
  text: 'Fitted live.',
  staleText: '',
  labels: {},
  unit: null,
  ...more,
});

describe('ModelList', () => {
  let saved: SavedModel;

  beforeAll(async () => {
    const { engine, detected } = await fittedSeries();
    saved = saveModel(engine, detected, { unit: null, now: HISTORY_END });
  }, 60_000);

  function show(entries: readonly SeriesEntry[], pinned = {}) {
    const onChange = jest.fn();
    const refit = (keys: readonly string[]) => new Map(keys.map((key) => [key, saved] as const));
    render(
      <ModelList entries={entries} refit={refit} pinned={pinned} onChange={onChange} duration="For this view only." />,
    );
    return onChange;
  }

  it('pins the model of every series that can be fitted, and says how long that lasts', async () => {
    const onChange = show([entry('web'), entry('db', { canFit: false, text: 'Too little history.' })]);
    expect(screen.getByText('For this view only.')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Pin all models' }));
    expect(Object.keys(onChange.mock.calls[0][0])).toEqual(['key of web']);
  });

  it('pins those that are not pinned yet beside those that are, and unpins one', async () => {
    const pinned = pin({}, new Map([['key of web', saved]]));
    const onChange = show([entry('web', { isPinned: true }), entry('db')], pinned);
    await userEvent.click(screen.getByRole('button', { name: 'Pin the others' }));
    expect(Object.keys(onChange.mock.calls[0][0])).toEqual(['key of web', 'key of db']);
    await userEvent.click(screen.getByRole('button', { name: 'Unpin web' }));
    expect(onChange.mock.calls[1][0]['key of web']).toBeUndefined();
  });

  it('says what is wrong where a model cannot be used or is stale', () => {
    show([
      entry('web', { isPinned: true, problem: 'invalid created: "yesterday"' }),
      entry('db', { isPinned: true, staleText: 'its training ended 40 d ago' }),
    ]);
    expect(screen.getByText(/The pinned model cannot be used\. invalid created/)).not.toBeNull();
    expect(screen.getByText(/Stale: its training ended 40 d ago\./)).not.toBeNull();
  });

  it('refuses more than a panel can hold, with what to do, and changes nothing', async () => {
    const onChange = show(Array.from({ length: 51 }, (_, index) => entry(`series ${index}`)));
    await userEvent.click(screen.getByRole('button', { name: 'Pin all models' }));
    expect(screen.getByText(/Not pinned: 51 models \(a panel holds at most 50\)/)).not.toBeNull();
    expect(onChange).not.toHaveBeenCalled();
  });
});
