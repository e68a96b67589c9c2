import { appNavigation, mayOpen } from './appNavigation';

const page = (name: string, path: string, rest = {}) => ({ type: 'page', name, path, addToNav: true, ...rest });
const app = {
  id: 'org-lamp-app',
  name: 'Lamp',
  includes: [
    page('Lamp', '/a/org-lamp-app', { defaultNav: true, role: 'Viewer' }),
    page('Bulbs', '/a/org-lamp-app/bulbs?sort=name', { role: 'Editor', icon: 'bulb' }),
    page('Configuration', '/plugins/org-lamp-app', { role: 'Admin' }),
    page('Hidden', '/a/org-lamp-app/hidden', { addToNav: false, role: 'Admin' }),
    { type: 'dashboard', name: 'All lamps', path: 'dashboards/lamps.json' },
  ],
};

describe('appNavigation(app, role, subPath)', () => {
  it('lists the pages that are to be in the menu and that the role may enter, below the default one', () => {
    expect(appNavigation(app, 'Editor', '/grafana')).toEqual({
      id: 'plugin-page-org-lamp-app',
      text: 'Lamp',
      url: '/grafana/a/org-lamp-app',
      children: [{ text: 'Bulbs', url: '/grafana/a/org-lamp-app/bulbs?sort=name', icon: 'bulb' }],
    });
  });

  it('fills in nothing: a placeholder stays in the address', () => {
    const built = { ...app, includes: [page('Lamp', '/a/%PLUGIN_ID%', { defaultNav: true })] };
    expect(appNavigation(built, 'Admin', '')?.url).toBe('/a/%PLUGIN_ID%');
  });

  it('has no entry for an app without pages in the menu', () => {
    expect(appNavigation({ ...app, includes: app.includes.slice(3) }, 'Admin', '')).toBeUndefined();
  });
});

describe('mayOpen(app, path, role)', () => {
  it.each([
    ['/a/org-lamp-app/bulbs', 'Viewer', false],
    ['/a/org-lamp-app/bulbs/', 'Editor', true],
    ['/a/org-lamp-app/hidden', 'Editor', false],
    ['/a/org-lamp-app', 'Viewer', true],
    ['/a/org-lamp-app/unnamed', 'Viewer', true],
  ] as const)('of %s for the role %s is %s', (path, role, expected) => {
    expect(mayOpen(app, path, role)).toBe(expected);
  });
});
