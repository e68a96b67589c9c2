import '../../../grafana/testing/browser';

import { TextDecoder, TextEncoder } from 'node:util';

import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { FileChoice } from '../address/exploreState';

import { FileNotices } from './FileNotices';
import { FileQuestion } from './FileQuestion';
import type { FileStore } from './fileStore';
import { useFiles } from './useFiles';

// The stand-in for a browser has none.
Object.assign(globalThis, { TextDecoder });

const file = (text: string, name = 'rps.csv') =>
  Object.assign(new File([], name), { arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) });

const open = 'Time;rps\n2026-01-05T10:00Z;1,002\n2026-01-05T10:05Z;26,066';

const emptyStore: FileStore = {
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
  list: () => Promise.resolve([]),
};

/** The hook as the page uses it: a file that is opened is the one that is looked at. */
function renderFiles(asked: FileChoice | null = null) {
  const chosen: { file: FileChoice | null } = { file: asked };
  const onOpened = (opened: FileChoice) => {
    chosen.file = opened;
  };
  const create = () => emptyStore;
  const hook = renderHook(() => useFiles(chosen.file, onOpened, create));
  return { ...hook, chosen, files: () => hook.result.current };
}

describe('useFiles(choice, onOpened)', () => {
  it('asks how a file is to be read, and goes on with the answer', async () => {
    const { files, chosen, rerender } = renderFiles();
    act(() => files().open(file(open)));
    await waitFor(() => expect(files().asked?.name).toBe('rps.csv'));
    expect(chosen.file).toBeNull();
    const [, thousands] = (files().asked ?? fail()).question.options;
    act(() => files().asked?.answer(thousands.answers));
    await waitFor(() => expect(chosen.file?.answers).toEqual({ decimal: '.' }));
    rerender();
    await waitFor(() => expect(files().content).toMatchObject({ kind: 'ready', content: { nRows: 2 } }));
    expect(files().asked).toBeUndefined();
  });

  it('asks again on demand, and leaves everything as it is where the reader cancels', async () => {
    const { files, chosen, rerender } = renderFiles();
    act(() => files().open(file('Time,rps\n2026-01-05T10:00Z,"1,002"')));
    await waitFor(() => expect(chosen.file).not.toBeNull());
    rerender();
    const { content } = files();
    const [settled] = content.kind === 'ready' ? content.content.settled : [];
    act(() => files().askAgain?.(settled));
    expect(files().asked?.question).toBe(settled);
    act(() => files().asked?.dismiss());
    expect(files().asked).toBeUndefined();
    expect(files().content).toBe(content);
  });

  it('reads the file that an address asks for as the address says, without asking', async () => {
    const { files, chosen } = renderFiles({ name: 'rps.csv', fingerprint: 'x', answers: { decimal: '.' } });
    await waitFor(() => expect(files().content.kind).toBe('missing'));
    act(() => files().open(file(open)));
    await waitFor(() => expect(chosen.file?.fingerprint).not.toBe('x'));
    expect(chosen.file?.answers).toEqual({ decimal: '.' });
  });

  it('names the file and the line of a mistake', async () => {
    const { files } = renderFiles();
    act(() => files().open(file('t,v\n2026-01-05T10:00Z,1\n2026-01-05T10:05Z,busy')));
    await waitFor(() => expect(files().problem).toMatch(/^rps\.csv: line 3: invalid value: "busy"/));
  });
});

describe('FileQuestion', () => {
  it('shows the first rows both ways, and gives the answer of the one that is chosen', async () => {
    const { files } = renderFiles();
    act(() => files().open(file(open)));
    await waitFor(() => expect(files().asked).toBeDefined());
    const { question, name } = files().asked ?? fail();
    const answer = jest.fn();
    render(<FileQuestion asked={{ name, question, answer, dismiss: () => undefined }} />);
    const thousands = screen.getByRole('region', { name: '1,002 is 1002: the comma separates thousands' });
    expect(thousands.textContent).toContain('26,0665 Jan 2026 10:05:00 UTC26066');
    const decimals = screen.getByRole('region', { name: '1,002 is 1.002: the comma stands before the decimals' });
    expect(decimals.textContent).toContain('26,0665 Jan 2026 10:05:00 UTC26.066');
    await userEvent.click(screen.getAllByRole('button', { name: 'Read it like this' })[1]);
    expect(answer).toHaveBeenCalledWith({ decimal: '.' });
  });
});

describe('FileNotices', () => {
  it('says what was made of a file, and offers to read it otherwise', async () => {
    const { files, chosen, rerender } = renderFiles();
    act(() => files().open(file('Time,rps,p99\n2026-01-05 10:00,"1,002",521 ms')));
    await waitFor(() => expect(chosen.file).not.toBeNull());
    rerender();
    const askAgain = jest.fn();
    render(<FileNotices name="rps.csv" files={{ content: files().content, askAgain }} notices={['One more.']} />);
    const { textContent } = screen.getByRole('status');
    expect(textContent).toContain('How rps.csv is read');
    expect(textContent).toContain('1,002 is 1002: the comma separates thousands.');
    expect(textContent).toContain('Values in ms are read in s.');
    expect(textContent).toContain('One more.');
    await userEvent.click(screen.getByRole('button', { name: 'Read it otherwise' }));
    expect(askAgain).toHaveBeenCalledWith(expect.objectContaining({ about: 'decimal' }));
  });
});

function fail(): never {
  throw new Error('nothing was asked');
}
