import { defaultSettings } from 'foreband-engine';

import { onDashboardClock } from './onDashboardClock';

describe('onDashboardClock(settings, timeZone)', () => {
  const following = { ...defaultSettings, timeZone: 'dashboard' };

  it.each([
    ['utc', 'UTC'],
    ['Asia/Tokyo', 'Asia/Tokyo'],
    ['browser', new Intl.DateTimeFormat().resolvedOptions().timeZone],
    ['', new Intl.DateTimeFormat().resolvedOptions().timeZone],
  ])('computes with the zone of a dashboard in %p', (zone, name) => {
    expect(onDashboardClock(following, zone).timeZone).toBe(name);
  });

  it('leaves a zone alone that is set, whatever the dashboard has', () => {
    expect(onDashboardClock(defaultSettings, 'Asia/Tokyo')).toBe(defaultSettings);
  });
});
