import { brushKey, type BrushState } from './brushKey';

const state: BrushState = { caret: 4, range: undefined, domain: [0, 10], step: 1 };

function press(key: string, shiftKey = false, more: Partial<BrushState> = {}) {
  return brushKey({ key, shiftKey }, { ...state, ...more });
}

describe('brushKey', () => {
  it('moves the caret with the arrows, as far as the axis goes', () => {
    expect(press('ArrowRight')).toEqual({ caret: 5, range: undefined });
    expect(press('ArrowLeft', false, { caret: 0.5 })?.caret).toBe(0);
    expect(press('End')?.caret).toBe(10);
  });

  it('selects what the caret passes with Shift', () => {
    expect(press('ArrowRight', true)?.range).toEqual([4, 5]);
    expect(press('ArrowLeft', true)?.range).toEqual([3, 4]);
    expect(press('Home', true)?.range).toEqual([0, 4]);
  });

  it('moves the end of the selection at which the caret stands', () => {
    expect(press('ArrowRight', true, { caret: 5, range: [4, 5] })?.range).toEqual([4, 6]);
    expect(press('ArrowRight', true, { caret: 3, range: [3, 4] })?.range).toEqual([4, 4]);
    expect(press('ArrowLeft', true, { caret: 3, range: [3, 5] })?.range).toEqual([2, 5]);
  });

  it('starts at the end of a selection made with the pointer', () => {
    expect(press('ArrowRight', true, { caret: undefined, range: [2, 6] })).toEqual({ caret: 7, range: [2, 7] });
  });

  it('takes a selection back with Escape, and leaves Escape to others where there is none', () => {
    expect(press('Escape', false, { range: [2, 3] })).toEqual({ caret: 4, range: undefined });
    expect(press('Escape')).toBeUndefined();
  });

  it('does nothing with other keys', () => {
    expect(press('a')).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
  });
});
