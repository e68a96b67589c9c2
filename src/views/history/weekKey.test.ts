import { weekKey, type WeekState } from './weekKey';

const monday9: WeekState = { cursor: { day: 0, hour: 9 }, corner: undefined, hours: undefined };

function press(state: WeekState, ...keys: readonly string[]): WeekState {
  return keys.reduce((at, key) => {
    const shiftKey = key.startsWith('Shift+');
    return weekKey({ key: key.replace('Shift+', ''), shiftKey }, at) ?? at;
  }, state);
}

describe('weekKey', () => {
  it('moves with the arrows and selects nothing by that', () => {
    expect(press(monday9, 'ArrowDown', 'ArrowRight')).toEqual({ ...monday9, cursor: { day: 1, hour: 10 } });
  });

  it('selects a rectangle with Shift, from where it was pressed first', () => {
    const { hours } = press(monday9, 'Shift+ArrowRight', 'Shift+ArrowDown');
    expect([...(hours ?? [])]).toEqual([9, 10, 33, 34]);
  });

  it('selects the cell with Enter and takes it back with the next one', () => {
    const selected = press(monday9, 'Enter');
    expect([...(selected.hours ?? [])]).toEqual([9]);
    expect(press(selected, ' ').hours).toBeUndefined();
  });

  it('takes everything back with Escape, and leaves Escape to others where nothing is selected', () => {
    expect(press(monday9, 'Enter', 'ArrowDown', 'Escape').hours).toBeUndefined();
    expect(weekKey({ key: 'Escape', shiftKey: false }, monday9)).toBeUndefined();
  });
});
